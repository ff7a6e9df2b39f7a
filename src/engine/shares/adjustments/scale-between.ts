import { type ExactParts, leastMultiple } from '../../money/exact-parts.js';
import { type Fraction, fraction } from '../../money/fraction.js';
import { scaleSmall } from './scale-small.js';
import { type Bounds, type Scaled } from './scaled.js';

/** One amount in whole numbers over a denominator that all share. */
interface Item {
  readonly part: bigint;
  readonly least: bigint | null;
  readonly most: bigint | null;
}

/** The factor, as `at / part`, at which an amount leaves its least or reaches its most. */
interface Turn {
  readonly at: bigint;
  readonly part: bigint;
  readonly leaves: 'least' | 'most';
  /** The factor rounded down, to sort by. */
  readonly nearly: bigint;
}

/** The sum of all as a line in the factor: `fixed + slope × factor`. */
interface Line {
  readonly fixed: bigint;
  readonly slope: bigint;
}

function clamp(value: bigint, { least, most }: Item, times = 1n): bigint {
  const [low, high] = [least === null ? null : least * times, most === null ? null : most * times];
  if (low !== null && value < low) return low;
  return high !== null && value > high ? high : value;
}

/** A factor in whole parts of 2^-64: enough to order most turns without multiplying across. */
function nearly(at: bigint, part: bigint): bigint {
  return (at << 64n) / part;
}

function byFactor(a: Turn, b: Turn): number {
  if (a.nearly !== b.nearly) return a.nearly < b.nearly ? -1 : 1;
  const [one, other] = [a.at * b.part, b.at * a.part];
  return one === other ? 0 : one < other ? -1 : 1;
}

/** The turns of all amounts above nothing, in the order of their factors; of one amount at one factor, `least` first. */
function turnsOf(items: readonly Item[]): readonly Turn[] {
  const turns: Turn[] = [];
  for (const { part, least, most } of items) {
    if (part <= 0n) continue;
    if (least !== null && least > 0n) turns.push({ at: least, part, leaves: 'least', nearly: nearly(least, part) });
    if (most !== null) turns.push({ at: most, part, leaves: 'most', nearly: nearly(most, part) });
  }
  return turns.sort(byFactor);
}

/** The line from factor 0 on: who is not above nothing stands where it is, within its bounds. */
function firstLine(items: readonly Item[]): Line {
  let [fixed, slope] = [0n, 0n];
  for (const item of items) {
    const isScaled = item.part > 0n && (item.least === null || item.least <= 0n);
    if (isScaled) slope += item.part;
    else fixed += item.part > 0n ? (item.least ?? 0n) : clamp(item.part, item);
  }
  return { fixed, slope };
}

function afterTurn({ fixed, slope }: Line, { at, part, leaves }: Turn): Line {
  return leaves === 'least' ? { fixed: fixed - at, slope: slope + part } : { fixed: fixed + at, slope: slope - part };
}

/** The factor at which a line comes to `total`; any does where the line is level there. Null when none does. */
function factorOn({ fixed, slope }: Line, total: bigint, from: Fraction): Fraction | null {
  if (slope > 0n) return { numerator: total - fixed, denominator: slope };
  return fixed === total ? from : null;
}

/**
 * The one factor at which the sum is `total`, found exactly: the sum only rises with the factor, in straight lines
 * between the turns, so the line on which `total` lies gives it. Null when the sum never comes to it.
 */
function findFactor(items: readonly Item[], total: bigint): { factor: Fraction | null; last: Fraction } {
  let line = firstLine(items);
  let last = fraction(0n);
  if (total < line.fixed) return { factor: null, last };
  for (const turn of turnsOf(items)) {
    const isReached = (total - line.fixed) * turn.part <= line.slope * turn.at;
    const factor = isReached ? factorOn(line, total, last) : null;
    if (factor) return { factor, last };
    [line, last] = [afterTurn(line, turn), { numerator: turn.at, denominator: turn.part }];
  }
  return { factor: factorOn(line, total, last), last };
}

/** The least number that `over` and the denominators of all bounds divide; those of one cap are mostly the same. */
function commonOf(over: bigint, bounds: readonly (Fraction | null)[]): bigint {
  let [common, last] = [over, 1n];
  for (const bound of bounds) {
    if (!bound || bound.denominator === last) continue;
    last = bound.denominator;
    common = leastMultiple(common, last);
  }
  return common;
}

/** Everything over one denominator. */
function itemsOf({ parts, over }: ExactParts, { least, most }: Bounds): { items: readonly Item[]; common: bigint } {
  const common = [least, most].reduce(commonOf, over);
  let [last, scale] = [1n, common];
  const whole = (bound: Fraction | null | undefined) => {
    if (!bound) return null;
    if (bound.denominator !== last) [last, scale] = [bound.denominator, common / bound.denominator];
    return bound.numerator * scale;
  };
  const times = common / over;
  const items = parts.map((part, i) => ({
    part: part * times,
    least: whole(least[i]),
    most: whole(most[i]),
  }));
  return { items, common };
}

/** As `scaleBetween`, in numbers of any size, for a sum that is not below nothing. */
export function scaleLarge(exact: ExactParts, bounds: Bounds): Scaled {
  const total = exact.parts.reduce((sum, part) => sum + part, 0n);
  const { items, common } = itemsOf(exact, bounds);
  const { factor, last } = findFactor(items, total * (common / exact.over));
  const { numerator, denominator } = factor ?? last;
  const parts = items.map((item) => {
    return item.part > 0n ? clamp(item.part * numerator, item, denominator) : clamp(item.part, item) * denominator;
  });
  return { exact: { parts, over: common * denominator }, factor };
}

/**
 * Each amount becomes clamp(λ × amount, least, most) for the one λ that keeps the sum; if none does, all stand at their
 * bounds (formula.md, `cap` and `minimum`). An amount below nothing is not scaled. A sum below nothing is scaled as its
 * positive and negated, as it is rounded.
 */
export function scaleBetween(exact: ExactParts, bounds: Bounds): Scaled {
  let total = 0n;
  for (const part of exact.parts) total += part;
  if (total >= 0n) return scaleSmall(exact, bounds) ?? scaleLarge(exact, bounds);
  const { exact: turned, factor } = scaleBetween({ ...exact, parts: exact.parts.map((part) => -part) }, bounds);
  return { exact: { ...turned, parts: turned.parts.map((part) => -part) }, factor };
}

/** Each amount within its bounds, without any factor; what that changes of the sum is for the caller to place. */
export function clampBetween(exact: ExactParts, bounds: Bounds): ExactParts {
  const { items, common } = itemsOf(exact, bounds);
  return { parts: items.map((item) => clamp(item.part, item)), over: common };
}
