import { type Place, type Read, note } from './place.js';

/** One of a closed list of words; null, with a fault that names them, for anything else. */
export function readOneOf<T extends string>(place: Place, raw: unknown, words: readonly T[]): Read<T> {
  const found = words.find((word) => word === raw);
  return found ?? note(place, 'not-one-of', `one of ${words.map((word) => `"${word}"`).join(', ')}`, raw);
}
