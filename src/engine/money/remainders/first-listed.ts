import { handOut, thoseWithWeight } from './hand-out.js';
import { type Quotas, roundDown } from './quotas.js';

/** Everyone rounds down; the units left over go one each in agreement order (formula.md, rounding). */
export function firstListed(quotas: Quotas): bigint[] {
  return handOut(roundDown(quotas), quotas.unit, thoseWithWeight(quotas.numerators));
}
