import { type Fraction, ZERO, add, fraction, multiply, subtract } from '../money/fraction.js';
import { type Figure, stepOf } from './figure.js';
import { type End, type Interval } from './intervals/interval.js';
import { scaled } from './intervals/product.js';

/** How the figures of a table were cut to the digits that are printed (formula.md, section 3). */
export type Display = 'rounded' | 'truncated' | 'either';

/** The parts of a step by which what a figure without a minus stands for may lie below and above it. */
interface Reach {
  readonly below: End;
  readonly above: End;
}

const HALF = fraction(1n, 2n);
const end = (at: Fraction, closed: boolean): End => ({ at, closed });

/**
 * A rounded figure stands for all that is within half a step of it, both ends included: print knows halves rounded up
 * and halves rounded to even, and a table does not say which. A truncated one was cut off towards nothing, so it stands
 * for itself and up to a step more. `either` is all that one or the other may stand for: nobody said how it was cut.
 */
const reaches: Readonly<Record<Display, Reach>> = {
  rounded: { below: end(HALF, true), above: end(HALF, true) },
  truncated: { below: end(ZERO, true), above: end(fraction(1n), false) },
  either: { below: end(HALF, true), above: end(fraction(1n), false) },
};

/** A printed nothing: cut off, it was less than a step from nothing either way. */
const reachesOfNothing: Readonly<Record<Display, Reach>> = {
  rounded: reaches.rounded,
  truncated: { below: end(fraction(1n), false), above: end(fraction(1n), false) },
  either: { below: end(fraction(1n), false), above: end(fraction(1n), false) },
};

function stepsFrom(digits: bigint, { below, above }: Reach): Interval {
  const at = fraction(digits);
  return { from: end(subtract(at, below.at), below.closed), to: end(add(at, above.at), above.closed) };
}

/** Every value for which this figure could be printed, in a column of which one is `unit`. */
export function standsFor(figure: Figure, unit: Fraction, display: Display): Interval {
  const step = stepOf(figure, unit);
  const isNothing = figure.digits === 0n;
  const interval = stepsFrom(figure.digits, (isNothing ? reachesOfNothing : reaches)[display]);
  if (!figure.isNegative) return scaled(interval, step);
  const mirrored = scaled(interval, multiply(step, fraction(-1n)));
  return isNothing ? { from: mirrored.from, to: end(ZERO, true) } : mirrored;
}
