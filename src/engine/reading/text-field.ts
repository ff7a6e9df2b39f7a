import { type Fields } from './fields.js';
import { type Place, type Read, at, note } from './place.js';

const LONGEST = 1_000;

/** Text for people, at most 1,000 characters; null, with a fault, for anything else. */
export function readText(place: Place, raw: unknown): Read<string> {
  if (typeof raw === 'string' && raw.length <= LONGEST) return raw;
  return note(place, 'not-text', `text of at most ${LONGEST} characters`, raw);
}

/** Text for people in a field that may be left out. */
export function readOptionalText(place: Place, fields: Fields, key: string): string | undefined {
  const raw = fields.get(key);
  return raw === undefined ? undefined : (readText(at(place, key), raw) ?? undefined);
}
