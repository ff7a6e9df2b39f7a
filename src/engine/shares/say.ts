import { type Fraction, isZero, roundHalfAwayFromZero, subtract } from '../money/fraction.js';
import { formatDecimal, showDecimal } from '../money/decimal.js';

const MOST_PLACES = 6;

function grouped(digits: string): string {
  const [whole = '', decimals] = digits.split('.');
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return decimals === undefined ? groups : `${groups}.${decimals}`;
}

/**
 * An exact number of pence in pounds as a decimal: two places, more (up to six) when it has more, and `…` when it does not
 * end there.
 */
export function showPounds(pence: Fraction): string {
  const pounds = { numerator: pence.numerator, denominator: pence.denominator * 100n };
  const exact = showDecimal(pounds);
  const decimals = exact.includes('/') ? MOST_PLACES + 1 : (exact.split('.')[1]?.length ?? 0);
  if (decimals > MOST_PLACES) return `${formatDecimal(pounds, MOST_PLACES)}…`;
  return formatDecimal(pounds, decimals < 2 ? 2 : decimals);
}

/** An exact number of pence in pounds, for the words of the working: `£1,234.50`. */
export function sayPounds(pence: Fraction): string {
  const text = showPounds(pence);
  return text.startsWith('-') ? `-£${grouped(text.slice(1))}` : `£${grouped(text)}`;
}

/** Whole pence in pounds. */
export function sayPence(pence: bigint): string {
  return sayPounds({ numerator: pence, denominator: 1n });
}

/** A figure as people write it: a decimal when it has a short one, else a fraction. */
export function sayFigure(figure: Fraction): string {
  return showDecimal(figure);
}

/** `a`, `a and b`, `a, b and c`. */
export function sayList(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items[items.length - 1] ?? ''}`;
}

/** Whether an exact number of pence is whole pence. */
export function isWholePence(pence: Fraction): boolean {
  return isZero(subtract(pence, { numerator: roundHalfAwayFromZero(pence), denominator: 1n }));
}
