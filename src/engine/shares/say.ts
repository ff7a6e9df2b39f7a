import { type Fraction, isZero, roundHalfAwayFromZero, subtract } from '../money/fraction.js';
import { formatDecimal, showDecimal } from '../money/decimal.js';
import { type Pence, formatPounds } from '../money/pence.js';

const MOST_PLACES = 6;

/** Puts a comma before every three of the digits that stand before the point. */
function grouped(digits: string): string {
  let text = digits;
  for (let comma = digits.indexOf('.') - 3; comma > 0; comma -= 3)
    text = `${text.slice(0, comma)},${text.slice(comma)}`;
  return text;
}

/**
 * An exact number of pence in pounds as a decimal: two places, more (up to six) when it has more, and `…` when it does not
 * end there.
 */
export function showPounds(pence: Fraction): string {
  const { numerator, denominator } = pence;
  const whole = denominator === 1n ? numerator : numerator / denominator;
  if (whole * denominator === numerator) return formatPounds(whole as Pence);
  const pounds = { numerator: pence.numerator, denominator: pence.denominator * 100n };
  const exact = showDecimal(pounds);
  const decimals = exact.includes('/') ? MOST_PLACES + 1 : (exact.split('.')[1]?.length ?? 0);
  if (decimals > MOST_PLACES) return `${formatDecimal(pounds, MOST_PLACES)}…`;
  return formatDecimal(pounds, decimals < 2 ? 2 : decimals);
}

/** What `showPounds` wrote, for the words of the working: `£1,234.50`. */
export function sayShown(text: string): string {
  return text.startsWith('-') ? `-£${grouped(text.slice(1))}` : `£${grouped(text)}`;
}

/** An exact number of pence in pounds, for the words of the working. */
export function sayPounds(pence: Fraction): string {
  return sayShown(showPounds(pence));
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
