import { type Fraction, fraction, gcd } from './fraction.js';

/**
 * Exact amounts by position over one common denominator: each is `parts[i] / over`. Nothing here brings them to lowest
 * terms but `reduceParts`, which costs more than all the rest.
 */
export interface ExactParts {
  readonly parts: readonly bigint[];
  readonly over: bigint;
}

/** Brings parts and denominator to the lowest terms they share. */
export function reduceParts({ parts, over }: ExactParts): ExactParts {
  let common = over;
  for (const part of parts) {
    if (common === 1n) return { parts, over };
    common = gcd(common, part);
  }
  return common === 1n ? { parts, over } : { parts: parts.map((part) => part / common), over: over / common };
}

/** Nothing for each of `count`. */
export function noParts(count: number): ExactParts {
  return { parts: new Array<bigint>(count).fill(0n), over: 1n };
}

/** Whole amounts as exact parts. */
export function wholeParts(parts: readonly bigint[]): ExactParts {
  return { parts, over: 1n };
}

/** The least number that both divide; a gcd costs more than to see that one divides the other. */
export function leastMultiple(a: bigint, b: bigint): bigint {
  return a % b === 0n ? a : (a / gcd(a, b)) * b;
}

/** Fractions brought over one denominator, the least that they share. */
export function overOne(items: readonly Fraction[]): ExactParts {
  const over = items.reduce((lcm, { denominator }) => leastMultiple(lcm, denominator), 1n);
  return { parts: items.map((item) => item.numerator * (over / item.denominator)), over };
}

/** The sum over all positions. */
export function sumParts({ parts, over }: ExactParts): Fraction {
  let sum = 0n;
  for (const part of parts) sum += part;
  return fraction(sum, over);
}

/** What stands at one position; nothing beyond the last. */
export function partAt({ parts, over }: ExactParts, position: number): Fraction {
  return { numerator: parts[position] ?? 0n, denominator: over };
}

/** Each part times `f`. */
export function scaleParts({ parts, over }: ExactParts, f: Fraction): ExactParts {
  return { parts: parts.map((part) => part * f.numerator), over: over * f.denominator };
}

/** Position by position, a + b. */
export function addParts(a: ExactParts, b: ExactParts): ExactParts {
  if (a.parts.length !== b.parts.length) throw new RangeError('Parts of different lengths');
  const common = gcd(a.over, b.over);
  const [times, other] = [b.over / common, a.over / common];
  const parts = a.parts.map((part, position) => part * times + (b.parts[position] ?? 0n) * other);
  return { parts, over: a.over * times };
}

/** `total` in proportion to whole weights, as a rule none below nothing; nothing for anyone when they come to nothing. */
export function inProportion(total: Fraction, weights: readonly bigint[]): ExactParts {
  let sum = 0n;
  for (const weight of weights) sum += weight;
  if (sum === 0n) return noParts(weights.length);
  const numerator = sum < 0n ? -total.numerator : total.numerator;
  const over = (sum < 0n ? -sum : sum) * total.denominator;
  return { parts: weights.map((weight) => weight * numerator), over };
}
