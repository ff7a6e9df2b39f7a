import { type Fraction, ZERO, add, fraction, subtract } from '../../money/fraction.js';
import { type End, type Interval } from '../intervals/interval.js';
import { negated, scaled } from '../intervals/product.js';
import { type Rule } from './relation.js';

/** Ends added up: the sum of those there are, how many are open, and how many are none at all. */
interface Sum {
  at: Fraction;
  open: number;
  endless: number;
}

const isOpen = (end: End): number => (end.closed ? 0 : 1);

function sumOf(ends: readonly (End | null)[]): Sum {
  const sum: Sum = { at: ZERO, open: 0, endless: 0 };
  for (const end of ends) {
    if (!end) sum.endless += 1;
    else [sum.at, sum.open] = [add(sum.at, end.at), sum.open + isOpen(end)];
  }
  return sum;
}

/** The end of what all the others come to. */
function without({ at, open, endless }: Sum, own: End | null): End | null {
  if (endless > (own ? 0 : 1)) return null;
  return own ? { at: subtract(at, own.at), closed: open === isOpen(own) } : { at, closed: open === 0 };
}

/** An interval times a whole number; one and minus one, which most are, without any multiplying. */
function timesWhole(interval: Interval, factor: bigint): Interval {
  if (factor === 1n) return interval;
  return factor === -1n ? negated(interval) : scaled(interval, fraction(factor));
}

function overWhole(interval: Interval, factor: bigint): Interval {
  return factor === 1n || factor === -1n ? timesWhole(interval, factor) : scaled(interval, fraction(1n, factor));
}

/** Cells times their factors come to nothing: `[1, 1, -1]` is the sum of two, `[4, -1]` a quarter. No factor is nothing. */
export function balance(factors: readonly bigint[]): Rule {
  return {
    needs(given) {
      const parts = given.map((interval, i) => timesWhole(interval, factors[i] ?? 1n));
      const [from, to] = [sumOf(parts.map((part) => part.from)), sumOf(parts.map((part) => part.to))];
      return parts.map((part, i): Interval => {
        const others = { from: without(from, part.from), to: without(to, part.to) };
        return overWhole(others, -(factors[i] ?? 1n));
      });
    },
  };
}
