import { type Fraction, fraction, multiply } from '../money/fraction.js';

/** A figure as printed: `digits` over ten to the power of `decimals`, less than nothing when it has a minus. */
export interface Figure {
  readonly text: string;
  readonly isNegative: boolean;
  readonly digits: bigint;
  readonly decimals: number;
}

const FIGURE = /^-?(0|[1-9]\d*)(\.\d+)?$/;
const LONGEST = 32;

/**
 * A figure as a table prints it: digits, at most one point with digits on both sides, an optional leading `-`; no `+`,
 * exponent, separator, per cent or pound sign or leading zero, at most 32 characters. Anything else is undefined. The
 * zeros behind the point count: `3.0` is known to one decimal and `3` to none. `-0.0` is what a small loss is rounded to.
 */
export function readFigure(text: unknown): Figure | undefined {
  if (typeof text !== 'string' || text.length > LONGEST || !FIGURE.test(text)) return undefined;
  const plain = text.replace('-', '');
  const point = plain.indexOf('.');
  const decimals = point === -1 ? 0 : plain.length - point - 1;
  return { text, isNegative: text.startsWith('-'), digits: BigInt(plain.replace('.', '')), decimals };
}

/** What one of the last digit stands for, when one of the column is `unit`. */
export function stepOf({ decimals }: Figure, unit: Fraction): Fraction {
  return multiply(unit, fraction(1n, 10n ** BigInt(decimals)));
}
