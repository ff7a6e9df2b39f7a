import { type ExactParts } from '../../money/exact-parts.js';
import { type Fraction } from '../../money/fraction.js';
import { MOST_SMALL, fromSmall, gcdOfSmall, remainder, toSmall } from '../../money/small.js';
import { type Bounds, type Scaled } from './scaled.js';

/*
 * `scaleBetween` for the cap of most agreements: nobody has a least, and every number on the way is a whole one below
 * 2^53, which JavaScript's numbers hold exactly. Anything else answers null, and is done in numbers of any size. To round
 * a product never turns an order round, so one that is too large is seen to be so.
 */

/** The amounts as whole weights without a common factor, each worth `unit / over` pence. */
interface Weighed {
  readonly weights: readonly number[];
  readonly sum: number;
  readonly unit: number;
  readonly over: number;
}

/** Weights, and what they may come to in whole parts of a penny, `common` to one; infinite where there is no bound. */
interface Small {
  readonly weighed: Weighed;
  readonly most: readonly number[];
  readonly total: number;
  readonly common: number;
}

function weigh({ parts, over }: ExactParts): Weighed | null {
  const weights: number[] = [];
  let [sum, unit] = [0, 0];
  for (const part of parts) {
    const small = toSmall(part);
    if (!(small >= 0)) return null;
    weights.push(small);
    sum += small;
    unit = gcdOfSmall(small, unit);
  }
  const below = toSmall(over);
  if (unit === 0 || !(sum <= MOST_SMALL && below > 0)) return null;
  for (let i = 0; i < weights.length; i += 1) weights[i] = (weights[i] as number) / unit;
  const shared = gcdOfSmall(unit, below);
  return { weights, sum: sum / unit, unit: unit / shared, over: below / shared };
}

/** The least number that both divide. */
function leastMultiple(a: number, b: number): number {
  return remainder(a, b) === 0 ? a : (a / gcdOfSmall(a, b)) * b;
}

/** The bounds over the one denominator that they and `from` share; null when a number is too large. */
function inParts(bounds: Bounds['most'], from: number): { readonly most: number[]; readonly common: number } | null {
  let [common, last] = [from, 0n];
  for (const bound of bounds) {
    if (!bound || bound.denominator === last) continue;
    last = bound.denominator;
    common = leastMultiple(common, toSmall(last));
    if (!(common <= MOST_SMALL)) return null;
  }
  const most: number[] = [];
  let [of, scale] = [0n, common];
  for (const bound of bounds) {
    if (bound && bound.denominator !== of) [of, scale] = [bound.denominator, common / toSmall(bound.denominator)];
    const small = bound ? toSmall(bound.numerator) * scale : Infinity;
    if (!(small >= 0 && (small <= MOST_SMALL || !bound))) return null;
    most.push(small);
  }
  return { most, common };
}

function smallOf(exact: ExactParts, bounds: Bounds): Small | null {
  if (bounds.least.some((bound) => bound !== null)) return null;
  const weighed = weigh(exact);
  if (!weighed) return null;
  const { sum, unit, over } = weighed;
  const shared = gcdOfSmall(sum, over);
  const whole = inParts(bounds.most, over / shared);
  if (!whole) return null;
  const { most, common } = whole;
  const total = (sum / shared) * unit * (common / (over / shared));
  // Field by field: to spread costs more than all of the above.
  return total <= MOST_SMALL ? { weighed, most, total, common } : null;
}

/** A weight's amount for each, as `rest / free`; who would pass their most at it stands there, and is not free. */
interface Level {
  readonly rest: number;
  readonly free: number;
  readonly isBound: readonly boolean[];
}

/**
 * The level at which the sum is the total. Whoever passes their most at a level passes it at every higher one, and to hold
 * them there leaves more for the others: so the level only rises until nobody passes. Null when a number is too large.
 */
function levelOf({ weighed: { weights, sum }, most, total }: Small): Level | null {
  const isBound = weights.map(() => false);
  let [rest, free, isSettled] = [total, sum, false];
  while (!isSettled) {
    isSettled = true;
    const [above, below] = [rest, free];
    for (let i = 0; i < weights.length; i += 1) {
      const [weight, high] = [weights[i] as number, most[i] as number];
      if (isBound[i] === true || high === Infinity) continue;
      const [amount, limit] = [weight * above, high * below];
      if (amount > MOST_SMALL && limit > MOST_SMALL) return null;
      if (amount <= limit) continue;
      [isBound[i], isSettled] = [true, false];
      rest -= high;
      free -= weight;
    }
  }
  return { rest, free, isBound };
}

/** Every amount at the level, in parts of a penny of which `common × below` are one; null when one is too large. */
function amountsAt(
  { weighed: { weights }, most }: Small,
  { isBound }: Level,
  above: number,
  below: number,
): bigint[] | null {
  const amounts: bigint[] = [];
  for (let i = 0; i < weights.length; i += 1) {
    const amount = isBound[i] === true ? (most[i] as number) * below : (weights[i] as number) * above;
    if (amount > MOST_SMALL) return null;
    amounts.push(fromSmall(amount));
  }
  return amounts;
}

/** As `scaleBetween`; null where it is not a cap of this kind. */
export function scaleSmall(exact: ExactParts, bounds: Bounds): Scaled | null {
  const small = smallOf(exact, bounds);
  const level = small && levelOf(small);
  if (!small || !level) return null;
  const { rest, free } = level;
  const shared = free === 0 ? 1 : gcdOfSmall(rest, free);
  const [above, below] = free === 0 ? [0, 1] : [rest / shared, free / shared];
  const parts = amountsAt(small, level, above, below);
  if (!parts) return null;
  const { common, weighed } = small;
  const whole = fromSmall(common) * fromSmall(below);
  const factor: Fraction = {
    numerator: fromSmall(above) * fromSmall(weighed.over),
    denominator: whole * fromSmall(weighed.unit),
  };
  return { exact: { parts, over: whole }, factor: free === 0 ? null : factor };
}
