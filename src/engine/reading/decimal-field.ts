import { type Fraction, readDecimal } from '../money/fraction.js';
import { type Place, type Read, fault, note } from './place.js';
import { show } from './show.js';

const DECIMAL = 'a number as text that is not negative, such as "25.76"';

/**
 * A decimal that drives a share; null, with a fault, for anything else. A negative one is `negative-driver`, whatever
 * else is wrong with it is `not-a-decimal` (formula.md, refusals).
 */
export function readFigure(place: Place, raw: unknown): Read<Fraction> {
  const figure = readDecimal(raw);
  if (figure) return figure;
  if (typeof raw === 'string' && raw.startsWith('-') && readDecimal(raw.slice(1))) {
    return fault(place, 'negative-driver', `Expected a figure that is not negative; came ${show(raw)}`);
  }
  return note(place, 'not-a-decimal', DECIMAL, raw);
}
