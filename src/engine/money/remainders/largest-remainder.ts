import { everyone, handOut } from './hand-out.js';
import { largestFirst } from './largest-first.js';
import { type Quotas, roundDown } from './quotas.js';

/**
 * Everyone rounds down; the units left over go one each to the largest remainders, equal ones in agreement order
 * (formula.md, rounding; the default). Who has no remainder is never reached, since there are more remainders than units
 * left over.
 */
export function largestRemainder(quotas: Quotas): bigint[] {
  const down = roundDown(quotas);
  const order = everyone(down.remainders);
  largestFirst(order, down.remainders, down);
  return handOut(down, quotas.unit, order);
}
