import { type Fraction, ZERO, compare, divide, isZero, multiply } from '../../money/fraction.js';
import { ANYTHING, type End, type Interval, includesZero } from './interval.js';

/** One end of an interval; `low` and `high` are no end at all. */
type Corner = End | 'low' | 'high';

const nothingOf = (corner: Corner): End | null => (typeof corner === 'object' && isZero(corner.at) ? corner : null);

function sign(corner: Corner): number {
  if (corner === 'low') return -1;
  return corner === 'high' ? 1 : compare(corner.at, ZERO);
}

/** Nothing times anything is nothing, and is reached when the nothing is: also beside an open end, or none. */
function times(a: Corner, b: Corner): Corner {
  const [none, other] = [nothingOf(a), nothingOf(b)];
  if (none || other) return { at: ZERO, closed: none?.closed === true || other?.closed === true };
  if (typeof a === 'object' && typeof b === 'object') return { at: multiply(a.at, b.at), closed: a.closed && b.closed };
  return sign(a) * sign(b) < 0 ? 'low' : 'high';
}

/** Whether `a` comes before `b`; of two at one place, the closed one does, so that what is reached is kept. */
function isBefore(a: Corner, b: Corner, order: 1 | -1): boolean {
  const [first, last] = order === 1 ? ['low', 'high'] : ['high', 'low'];
  if (a === first || b === last) return a !== b;
  if (typeof a !== 'object' || typeof b !== 'object') return false;
  const difference = compare(a.at, b.at) * order;
  return difference < 0 || (difference === 0 && a.closed && !b.closed);
}

const extreme = (corners: readonly Corner[], order: 1 | -1): End | null => {
  const found = corners.reduce((best, corner) => (isBefore(corner, best, order) ? corner : best));
  return typeof found === 'object' ? found : null;
};

/** Every product of a number of `a` and one of `b`, and no other. */
export function productOf(a: Interval, b: Interval): Interval {
  const [af, at]: [Corner, Corner] = [a.from ?? 'low', a.to ?? 'high'];
  const [bf, bt]: [Corner, Corner] = [b.from ?? 'low', b.to ?? 'high'];
  const corners = [times(af, bf), times(af, bt), times(at, bf), times(at, bt)];
  return { from: extreme(corners, 1), to: extreme(corners, -1) };
}

/** One over an end of an interval that keeps to one side of nothing. */
function over(end: End | null): End | null {
  if (!end) return { at: ZERO, closed: false };
  return isZero(end.at) ? null : { at: divide({ numerator: 1n, denominator: 1n }, end.at), closed: end.closed };
}

const isBeside = (end: End | null, side: 1 | -1): boolean => end !== null && compare(end.at, ZERO) * side >= 0;

/**
 * Every x for which x × a number of `by` is a number of `of`, or the narrowest interval around them where they leave a
 * gap; null when there is none. Where both may be nothing, x may be anything: nothing over nothing says nothing.
 */
export function quotientOf(of: Interval, by: Interval): Interval | null {
  if (includesZero(by) && includesZero(of)) return ANYTHING;
  const [above, below] = [isBeside(by.from, 1), isBeside(by.to, -1)];
  if (above && below) return null;
  return above || below ? productOf(of, { from: over(by.to), to: over(by.from) }) : ANYTHING;
}

/** Every number with its sign turned. */
export function negated({ from, to }: Interval): Interval {
  const end = (e: End | null): End | null =>
    e && { at: { numerator: -e.at.numerator, denominator: e.at.denominator }, closed: e.closed };
  return { from: end(to), to: end(from) };
}

/** Every number times `factor`, which is not nothing. */
export function scaled({ from, to }: Interval, factor: Fraction): Interval {
  const end = (e: End | null): End | null => e && { at: multiply(e.at, factor), closed: e.closed };
  return compare(factor, ZERO) > 0 ? { from: end(from), to: end(to) } : { from: end(to), to: end(from) };
}
