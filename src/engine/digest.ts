import { hash } from 'node:crypto';
import { CanonicalBytes } from './canonical-bytes.js';

const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [91, 93, 123, 125];

/** The keys in the order of their UTF-16 code units; most objects have them so, and a sort costs more than to see that. */
function sortedKeys(fields: object): readonly string[] {
  const keys = Object.keys(fields);
  for (let i = 1; i < keys.length; i += 1) if ((keys[i - 1] as string) > (keys[i] as string)) return keys.sort();
  return keys;
}

function writeList(to: CanonicalBytes, list: readonly unknown[]): void {
  to.byte(OPEN_LIST);
  for (let i = 0; i < list.length; i += 1) {
    if (i > 0) to.comma();
    write(to, list[i]);
  }
  to.byte(CLOSE_LIST);
}

function writeObject(to: CanonicalBytes, fields: Readonly<Record<string, unknown>>): void {
  to.byte(OPEN_OBJECT);
  let isFirst = true;
  for (const key of sortedKeys(fields)) {
    const field = fields[key];
    if (field === undefined) continue;
    if (!isFirst) to.comma();
    isFirst = false;
    to.quoted(key);
    to.colon();
    write(to, field);
  }
  to.byte(CLOSE_OBJECT);
}

function write(to: CanonicalBytes, value: unknown): void {
  if (typeof value === 'string') to.quoted(value);
  else if (value === null || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value)))
    to.raw(JSON.stringify(value));
  else if (typeof value !== 'object') throw new TypeError(`No canonical form for a ${typeof value}`);
  else if (Array.isArray(value)) writeList(to, value);
  else writeObject(to, value as Readonly<Record<string, unknown>>);
}

/** What the last value was written into, to be written over; nothing while one is being written. */
let spare: CanonicalBytes | undefined;

/** Writes the canonical form of a value and answers what `use` makes of its bytes, which are gone afterwards. */
function withBytes<T>(value: unknown, use: (bytes: Uint8Array) => T): T {
  const to = spare ?? new CanonicalBytes();
  spare = undefined;
  to.clear();
  write(to, value);
  const used = use(to.written());
  if (to.isSmall()) spare = to;
  return used;
}

const decoder = new TextDecoder();

/**
 * One text for one value: JSON without white space, the keys of every object in the order of their UTF-16 code units,
 * fields that are undefined left out. Throws a TypeError for what JSON cannot say.
 */
export function canonical(value: unknown): string {
  return withBytes(value, (bytes) => decoder.decode(bytes));
}

/** SHA-256 over the canonical form in UTF-8: the same value always has the same digest, whatever the order of its keys. */
export function digest(value: unknown): `sha256:${string}` {
  return withBytes(value, (bytes) => `sha256:${hash('sha256', bytes, 'hex')}` as const);
}
