import { type Place, type Read, fault, note } from './place.js';

const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** Whether a text can be the id of something in a document. */
export function isId(text: unknown): text is string {
  return typeof text === 'string' && ID.test(text);
}

/** An id: a letter or digit, then up to 63 letters, digits, dots, underscores and hyphens; null, with a fault, for anything else. */
export function readId(place: Place, raw: unknown): Read<string> {
  return isId(raw) ? raw : note(place, 'not-an-id', 'an id of letters, digits, "." "_" and "-", at most 64', raw);
}

/** As `readId`, and not one of those in `taken`, to which it is added. */
export function readNewId(place: Place, raw: unknown, taken: Set<string>): Read<string> {
  const id = readId(place, raw);
  if (id === null) return null;
  if (taken.has(id)) return fault(place, 'duplicate-id', `Expected an id of its own; "${id}" is taken`);
  taken.add(id);
  return id;
}
