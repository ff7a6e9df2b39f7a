import { handOut, thoseWithWeight } from './hand-out.js';
import { type Quotas, roundDown } from './quotas.js';

/** Everyone rounds down; the units left over go one each to the largest exact shares, equal ones in agreement order (formula.md, rounding). */
export function largestShare(quotas: Quotas): bigint[] {
  const { numerators, unit } = quotas;
  return handOut(roundDown(quotas), unit, thoseWithWeight(numerators), (a, b) => {
    const [one, other] = [numerators[a] as bigint, numerators[b] as bigint];
    return one > other || (one === other && a < b);
  });
}
