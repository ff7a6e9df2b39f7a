import { type Place, type Read, at, fault, note } from './place.js';
import { show } from './show.js';

/** No object in a document has more fields than this. */
export const MOST_FIELDS = 1_000;

function isObject(raw: unknown): raw is Readonly<Record<string, unknown>> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}

/**
 * The fields of an object whose keys are ids or years. Keys live in a Map, so that one called `constructor` is only a
 * key. Null, with a fault, for anything but an object of at most 1,000 fields.
 */
export function readKeyed(place: Place, raw: unknown): Read<ReadonlyMap<string, unknown>> {
  if (!isObject(raw)) return note(place, 'not-an-object', 'an object', raw);
  const keys = Object.keys(raw);
  if (keys.length > MOST_FIELDS) {
    return fault(place, 'over-limit', `Expected at most ${MOST_FIELDS} fields; came ${keys.length}`);
  }
  const fields = new Map<string, unknown>();
  for (const key of keys) {
    const field = raw[key];
    if (field !== undefined) fields.set(key, field);
  }
  return fields;
}

/** The fields of an object that may have only those in `known`; each other one is a fault of its own. */
export function readFields(place: Place, raw: unknown, known: readonly string[]): Read<ReadonlyMap<string, unknown>> {
  const fields = readKeyed(place, raw);
  if (!fields) return null;
  for (const key of fields.keys()) {
    if (!known.includes(key))
      fault(at(place, key), 'unknown-field', `Expected only ${known.join(', ')}; came ${show(key)}`);
  }
  return fields;
}
