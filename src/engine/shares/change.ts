import { formatDecimal } from '../money/decimal.js';
import { type Pence, formatPounds, pence } from '../money/pence.js';
import { type Change } from './answer.js';

/** What a partner pays of a pot beside the base that an adjustment of the pot states for it. */
export interface Based {
  readonly base: Pence;
  readonly shared: Pence;
}

/** How a partner's part of such pots differs from their bases together; undefined when there are none. */
export function changeOf(pots: readonly Based[]): Change | undefined {
  if (pots.length === 0) return undefined;
  const from = pence(pots.reduce((sum, { base }) => sum + base, 0n));
  const by = pence(pots.reduce((sum, { base, shared }) => sum + shared - base, 0n));
  const change = { from: formatPounds(from), by: formatPounds(by) };
  return from === 0n ? change : { ...change, percent: formatDecimal({ numerator: by * 100n, denominator: from }, 2) };
}
