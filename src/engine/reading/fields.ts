import { type Place, type Read, at, fault, note } from './place.js';
import { show } from './show.js';

/** No object in a document has more fields than this. */
export const MOST_FIELDS = 1_000;

function isObject(raw: unknown): raw is Readonly<Record<string, unknown>> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}

/** The fields of an object that came from outside: its own, whatever they are called, but for those that are undefined. */
export class Fields {
  private readonly names: readonly string[];

  constructor(private readonly raw: Readonly<Record<string, unknown>>) {
    this.names = Object.keys(raw);
  }

  /** Every name; that of a field that is undefined too. */
  keys(): readonly string[] {
    return this.names;
  }

  get(key: string): unknown {
    return Object.hasOwn(this.raw, key) ? this.raw[key] : undefined;
  }

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }
}

/**
 * The fields of an object whose keys are ids or years; one called `constructor` is only a key. Null, with a fault, for
 * anything but an object of at most 1,000 fields.
 */
export function readKeyed(place: Place, raw: unknown): Read<Fields> {
  if (!isObject(raw)) return note(place, 'not-an-object', 'an object', raw);
  const fields = new Fields(raw);
  const count = fields.keys().length;
  return count <= MOST_FIELDS
    ? fields
    : fault(place, 'over-limit', `Expected at most ${MOST_FIELDS} fields; came ${count}`);
}

/** The fields of an object that may have only those in `known`; each other one is a fault of its own. */
export function readFields(place: Place, raw: unknown, known: readonly string[]): Read<Fields> {
  const fields = readKeyed(place, raw);
  if (!fields) return null;
  for (const key of fields.keys()) {
    if (!known.includes(key) && fields.has(key))
      fault(at(place, key), 'unknown-field', `Expected only ${known.join(', ')}; came ${show(key)}`);
  }
  return fields;
}
