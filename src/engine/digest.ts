import { createHash } from 'node:crypto';

/**
 * One text for one value: JSON without white space, the keys of every object in the order of their UTF-16 code units,
 * fields that are undefined left out. Throws a TypeError for what JSON cannot say.
 */
export function canonical(value: unknown): string {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object') throw new TypeError(`No canonical form for a ${typeof value}`);
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  fields.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`).join(',')}}`;
}

/** SHA-256 over the canonical form in UTF-8: the same value always has the same digest, whatever the order of its keys. */
export function digest(value: unknown): `sha256:${string}` {
  return `sha256:${createHash('sha256').update(canonical(value), 'utf8').digest('hex')}`;
}
