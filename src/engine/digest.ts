import { hash } from 'node:crypto';

/**
 * One text for one value: JSON without white space, the keys of every object in the order of their UTF-16 code units,
 * fields that are undefined left out. Throws a TypeError for what JSON cannot say.
 */
export function canonical(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (value === null || typeof value === 'boolean') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (typeof value !== 'object') throw new TypeError(`No canonical form for a ${typeof value}`);
  return Array.isArray(value) ? ofList(value) : ofObject(value as Readonly<Record<string, unknown>>);
}

/** What JSON writes as it stands: ASCII that can be seen, and the space, but for the quote and the backslash. */
const PLAIN = /^[ !#-[\]-~]*$/;

function quoted(text: string): string {
  return PLAIN.test(text) ? `"${text}"` : JSON.stringify(text);
}

function ofList(list: readonly unknown[]): string {
  let text = '';
  for (const item of list) text += text === '' ? canonical(item) : `,${canonical(item)}`;
  return `[${text}]`;
}

function ofObject(fields: Readonly<Record<string, unknown>>): string {
  let text = '';
  for (const key of Object.keys(fields).sort()) {
    const field = fields[key];
    if (field !== undefined) text += `${text === '' ? '' : ','}${quoted(key)}:${canonical(field)}`;
  }
  return `{${text}}`;
}

/** SHA-256 over the canonical form in UTF-8: the same value always has the same digest, whatever the order of its keys. */
export function digest(value: unknown): `sha256:${string}` {
  return `sha256:${hash('sha256', canonical(value), 'hex')}`;
}
