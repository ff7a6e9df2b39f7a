import { handOut, thoseWithWeight } from './hand-out.js';
import { largestFirst } from './largest-first.js';
import { type Quotas, roundDown } from './quotas.js';

/**
 * Everyone rounds down; the units left over go one each to the largest exact shares, equal ones in agreement order
 * (formula.md, rounding).
 */
export function largestShare(quotas: Quotas): bigint[] {
  const down = roundDown(quotas);
  const order = thoseWithWeight(quotas.numerators);
  largestFirst(order, quotas.numerators, down);
  return handOut(down, quotas.unit, order);
}
