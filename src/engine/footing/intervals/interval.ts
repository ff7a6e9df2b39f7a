import { type Fraction, compare } from '../../money/fraction.js';

/** Where an interval ends; a closed end belongs to it. */
export interface End {
  readonly at: Fraction;
  readonly closed: boolean;
}

/** Every number between two ends, never none; null is no end at all. What cannot be is `null` instead of an interval. */
export interface Interval {
  readonly from: End | null;
  readonly to: End | null;
}

/** Every number: what stands for a cell that is missing. */
export const ANYTHING: Interval = { from: null, to: null };

const NOTHING: Fraction = { numerator: 0n, denominator: 1n };

/** The interval of one number. */
export function only(at: Fraction): Interval {
  return { from: { at, closed: true }, to: { at, closed: true } };
}

/** The interval between two ends; null when no number lies there. */
export function between(from: End | null, to: End | null): Interval | null {
  if (!from || !to) return { from, to };
  const order = compare(from.at, to.at);
  return order < 0 || (order === 0 && from.closed && to.closed) ? { from, to } : null;
}

/** The later of two beginnings; at one place, the open one. */
function laterFrom(a: End | null, b: End | null): End | null {
  if (!a || !b) return a ?? b;
  const order = compare(a.at, b.at);
  return order > 0 || (order === 0 && !a.closed) ? a : b;
}

function earlierTo(a: End | null, b: End | null): End | null {
  if (!a || !b) return a ?? b;
  const order = compare(a.at, b.at);
  return order < 0 || (order === 0 && !a.closed) ? a : b;
}

/** The numbers that are in both; null when there are none. */
export function intersect(a: Interval, b: Interval): Interval | null {
  return between(laterFrom(a.from, b.from), earlierTo(a.to, b.to));
}

function isSameEnd(a: End | null, b: End | null): boolean {
  if (!a || !b) return a === b;
  return a === b || (a.closed === b.closed && compare(a.at, b.at) === 0);
}

export function isSameInterval(a: Interval, b: Interval): boolean {
  return isSameEnd(a.from, b.from) && isSameEnd(a.to, b.to);
}

/** Whether the number is in the interval. */
export function includes({ from, to }: Interval, n: Fraction): boolean {
  const [above, below] = [from ? compare(n, from.at) : 1, to ? compare(n, to.at) : -1];
  return (above > 0 || (above === 0 && from?.closed === true)) && (below < 0 || (below === 0 && to?.closed === true));
}

export function includesZero(interval: Interval): boolean {
  return includes(interval, NOTHING);
}
