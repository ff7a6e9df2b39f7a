import { MOST_DIGITS, isWholePart, wholeOf } from './digits.js';
import { powerOfTen } from './powers.js';
import { MOST_SMALL, fromSmall, gcdOfSmall, toSmall } from './small.js';

/** An exact rational number. The denominator is positive; it need not be in lowest terms, so compare with `compare`. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export const ZERO: Fraction = { numerator: 0n, denominator: 1n };
export const ONE: Fraction = { numerator: 1n, denominator: 1n };

/** Beyond this a denominator is brought to lowest terms after an operation; below it a gcd costs more than it saves. */
const LARGE = 1n << 128n;

const MOST_EXACT = BigInt(MOST_SMALL);

const DECIMAL = /^(0|[1-9]\d*)(\.\d+)?$/;
const LONGEST = 32;

/** The greatest common divisor, never negative (Euclid); of nothing and nothing, nothing. */
export function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y > MOST_EXACT) [x, y] = [y, x % y];
  return y === 0n ? x : fromSmall(gcdOfSmall(toSmall(y), toSmall(x % y)));
}

/** The same number in lowest terms. */
export function reduce(f: Fraction): Fraction {
  const common = gcd(f.numerator, f.denominator);
  return common === 1n ? f : { numerator: f.numerator / common, denominator: f.denominator / common };
}

/** `n` over `d` exactly. Throws a RangeError when `d` is nothing. */
export function fraction(n: bigint, d = 1n): Fraction {
  if (d === 0n) throw new RangeError('Nothing divides by nothing');
  const f = d < 0n ? { numerator: -n, denominator: -d } : { numerator: n, denominator: d };
  return f.denominator > LARGE ? reduce(f) : f;
}

/** An amount in pence as an exact number of pence. */
export function fromPence(p: bigint): Fraction {
  return { numerator: p, denominator: 1n };
}

/** a + b */
export function add(a: Fraction, b: Fraction): Fraction {
  if (a.denominator === b.denominator) return { numerator: a.numerator + b.numerator, denominator: a.denominator };
  return fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

/** a − b */
export function subtract(a: Fraction, b: Fraction): Fraction {
  return add(a, { numerator: -b.numerator, denominator: b.denominator });
}

/** a × b */
export function multiply(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** a ÷ b. Throws a RangeError when b is nothing. */
export function divide(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.denominator, a.denominator * b.numerator);
}

/** −1 when a < b, 0 when they are the same number, 1 when a > b. */
export function compare(a: Fraction, b: Fraction): -1 | 0 | 1 {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

export function isZero(f: Fraction): boolean {
  return f.numerator === 0n;
}

/** The exact sum; nothing comes to zero. */
export function sum(items: Iterable<Fraction>): Fraction {
  let total = ZERO;
  for (const item of items) total = add(total, item);
  return total;
}

/** The number in lowest terms as people write it: `119/187`, `3`, `-1/2`. */
export function showFraction(f: Fraction): string {
  const { numerator, denominator } = reduce(f);
  return denominator === 1n ? String(numerator) : `${String(numerator)}/${String(denominator)}`;
}

/** The largest whole number not above `f`. */
export function floor(f: Fraction): bigint {
  const quotient = f.numerator / f.denominator;
  return f.numerator < 0n && quotient * f.denominator !== f.numerator ? quotient - 1n : quotient;
}

/** The nearest whole number; a half goes away from zero (formula.md, rounding of totals). */
export function roundHalfAwayFromZero(f: Fraction): bigint {
  const [n, d] = [f.numerator < 0n ? -f.numerator : f.numerator, f.denominator];
  const nearest = (2n * n + d) / (2n * d);
  return f.numerator < 0n ? -nearest : nearest;
}

/**
 * A non-negative decimal as it is posted (`"61"`, `"25.76"`): digits, at most one point with digits on both sides, no
 * sign, exponent, separator or leading zero, at most 32 characters (formula.md, conventions). Anything else is undefined.
 */
export function readDecimal(text: unknown): Fraction | undefined {
  if (typeof text !== 'string') return undefined;
  const point = text.indexOf('.');
  const places = point === -1 ? 0 : text.length - point - 1;
  if (text.length > MOST_DIGITS) return readLong(text, places);
  if (point === text.length - 1 || !isWholePart(text, 0, point === -1 ? text.length : point)) return undefined;
  const n = wholeOf(text, 0, point);
  return Number.isNaN(n) ? undefined : { numerator: fromSmall(n), denominator: powerOfTen(places) };
}

function readLong(text: string, places: number): Fraction | undefined {
  if (text.length > LONGEST || !DECIMAL.test(text)) return undefined;
  return { numerator: BigInt(text.replace('.', '')), denominator: powerOfTen(places) };
}
