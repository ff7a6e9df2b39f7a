import { formatDecimal } from '../money/decimal.js';
import { type Fraction, divide, floor, fraction, multiply } from '../money/fraction.js';
import { type Range } from './answer.js';
import { type End, type Interval } from './intervals/interval.js';
import { type Cell } from './table.js';

/** Further digits than are printed that a range is shown to. */
const FURTHER = 4;

/** A number at so many decimals, rounded down or up, without the zeros behind the point that say nothing. */
function showEnd(at: Fraction, places: number, side: 'down' | 'up'): string {
  const scale = 10n ** BigInt(places);
  const scaled = multiply(at, fraction(scale));
  const whole = floor(scaled);
  const isExact = whole * scaled.denominator === scaled.numerator;
  const text = formatDecimal(fraction(side === 'up' && !isExact ? whole + 1n : whole, scale), places);
  return places > 0 ? text.replace(/\.?0+$/, '') : text;
}

/** What a cell stands for, in figures of its column. */
export function showRange({ from, to }: Interval, { unit, figure }: Cell): Range {
  const places = (figure?.decimals ?? 0) + FURTHER;
  const show = (end: End | null, side: 'down' | 'up'): string | null =>
    end && showEnd(divide(end.at, unit), places, side);
  return { from: show(from, 'down'), to: show(to, 'up') };
}

/** `from 4999 to 5001`, `4999 or more`, `5001 or less`, `anything`. */
export function sayRange({ from, to }: Range): string {
  if (from !== null && to !== null) return from === to ? `exactly ${from}` : `from ${from} to ${to}`;
  if (from !== null) return `${from} or more`;
  return to === null ? 'anything' : `${to} or less`;
}

/** `b’s increase`, `the total of increase`. */
export function sayCell({ partner, column }: { readonly partner: string | null; readonly column: string }): string {
  return partner === null ? `the total of ${column}` : `${partner}’s ${column}`;
}

/** `a`, `a and b`, `a, b and c`; beyond twelve, how many more. */
export function sayList(items: readonly string[], joined = 'and'): string {
  const shown = items.length > 12 ? [...items.slice(0, 11), `${items.length - 11} more`] : items;
  if (shown.length < 2) return shown.join('');
  return `${shown.slice(0, -1).join(', ')} ${joined} ${shown.at(-1) ?? ''}`;
}
