import { type Place, type Read, fault, note } from './place.js';

/** No list in a document is longer than this unless its reader says so. */
export const MOST_ELEMENTS = 1_000;

/** A list of at most `most` elements; null, with a fault, for anything else. A longer list is not looked into. */
export function readList(place: Place, raw: unknown, most = MOST_ELEMENTS): Read<readonly unknown[]> {
  if (!Array.isArray(raw)) return note(place, 'not-a-list', 'a list', raw);
  if (raw.length > most) return fault(place, 'over-limit', `Expected at most ${most} elements; came ${raw.length}`);
  return [...(raw as readonly unknown[])];
}
