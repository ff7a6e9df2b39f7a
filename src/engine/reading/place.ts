import { type Fault, type FaultCode, pointTo } from '../outcome.js';
import { show } from './show.js';

/** Where in a posted document the reading stands, and the list to which it adds what is wrong there. */
export interface Place {
  readonly pointer: string;
  readonly faults: Fault[];
}

/** No refusal lists more faults than this: nobody reads on, and a hostile document may not make us write a book. */
const MOST_FAULTS = 1_000;

/** The place of `pointer`, with its faults going to `faults`. */
export function placeAt(pointer: string, faults: Fault[]): Place {
  return { pointer, faults };
}

/** A place below another. Its pointer is written only when it is asked for: at most places nothing is wrong. */
class Below implements Place {
  constructor(
    private readonly above: Place,
    private readonly key: string | number,
    readonly faults: Fault[],
  ) {}

  get pointer(): string {
    return pointTo(this.above.pointer, this.key);
  }
}

/** The place of one field or element below `place`. */
export function at(place: Place, key: string | number): Place {
  return new Below(place, key, place.faults);
}

/** What a reader answers: what it read, or null once it has noted why it could not. */
export type Read<T> = T | null;

/** Notes a fault in words of our own. Always answers null, so that a reader can return it. */
export function fault(place: Place, code: FaultCode, expected: string): null {
  if (place.faults.length < MOST_FAULTS) place.faults.push({ pointer: place.pointer, code, expected });
  return null;
}

/** Notes that something else came than what was `wanted`; a field that is not there is always `missing-field`. */
export function note(place: Place, code: FaultCode, wanted: string, came: unknown): null {
  if (came === undefined) return fault(place, 'missing-field', `Expected ${wanted}; the field is missing`);
  return fault(place, code, `Expected ${wanted}; came ${show(came)}`);
}
