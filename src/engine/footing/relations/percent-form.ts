import { type Fraction, add, compare, divide, fraction, multiply, subtract } from '../../money/fraction.js';
import { type End, type Interval } from '../intervals/interval.js';

/**
 * A percentage r stands between a base and a part as k × base = 100 × part, k made from r by a rising function. A rise r of
 * p by i to a: `of` is i of p (k = r), `after` is a of p (k = 100 + r), `within` is i of a (k = 100 r ÷ (100 + r)).
 */
export type PercentForm = 'of' | 'after' | 'within';

interface Turn {
  /** k of r; null where it says nothing. */
  readonly there: (percent: Interval) => Interval | null;
  /** r of k; null where it says nothing. */
  readonly back: (share: Interval) => Interval | null;
}

const HUNDRED = fraction(100n);
const LEAST = fraction(-100n);

const moved = (by: Fraction) => (interval: Interval) => {
  const end = (e: End | null): End | null => e && { at: add(e.at, by), closed: e.closed };
  return { from: end(interval.from), to: end(interval.to) };
};

/** A function that rises on each side of its pole, where it has no value, and far from it nears `limit`. */
function turned(pole: Fraction, limit: Fraction, value: (at: Fraction) => Fraction) {
  const isBeyond = (end: End | null, side: 1 | -1): boolean => {
    const order = end ? compare(end.at, pole) * side : -1;
    return order > 0 || (order === 0 && end?.closed === false);
  };
  const turn = (end: End | null): End | null => {
    if (!end) return { at: limit, closed: false };
    return compare(end.at, pole) === 0 ? null : { at: value(end.at), closed: end.closed };
  };
  return ({ from, to }: Interval): Interval | null => {
    return isBeyond(to, -1) || isBeyond(from, 1) ? { from: turn(from), to: turn(to) } : null;
  };
}

const turns: Readonly<Record<PercentForm, Turn>> = {
  of: { there: (percent) => percent, back: (share) => share },
  after: { there: moved(HUNDRED), back: moved(LEAST) },
  within: {
    there: turned(LEAST, HUNDRED, (r) => divide(multiply(HUNDRED, r), add(HUNDRED, r))),
    back: turned(HUNDRED, LEAST, (k) => divide(multiply(HUNDRED, k), subtract(HUNDRED, k))),
  },
};

/** The two ways of a form. */
export function turnOf(form: PercentForm): Turn {
  return turns[form];
}
