import { formatDecimal } from '../money/decimal.js';
import { type Pence, formatPounds } from '../money/pence.js';
import { type Change } from './answer.js';

/** What a partner pays of a pot beside the base that an adjustment of the pot states for it. */
export interface Based {
  readonly base: Pence;
  readonly shared: Pence;
}

/**
 * How a partner's part of such pots differs from their bases together; undefined when there are none. Each amount and each
 * base is money that is handled, but what they differ by may be up to twice that, and several bases come to more.
 */
export function changeOf(pots: readonly Based[]): Change | undefined {
  if (pots.length === 0) return undefined;
  const base = pots.reduce((sum, one) => sum + one.base, 0n);
  const rise = pots.reduce((sum, one) => sum + one.shared - one.base, 0n);
  const [from, by] = [formatPounds(base as Pence), formatPounds(rise as Pence)];
  if (base === 0n) return { from, by };
  return { from, by, percent: formatDecimal({ numerator: rise * 100n, denominator: base }, 2) };
}
