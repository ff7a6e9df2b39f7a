import { type ExactParts, reduceParts, sumParts } from '../../money/exact-parts.js';
import { type Fraction, compare, subtract } from '../../money/fraction.js';
import { type Account } from '../account.js';

/**
 * The account with other amounts and, unless stated, the same total. What they leave of it is unallocated; `why` says so
 * when that is other than before.
 */
export function replaced(account: Account, exact: ExactParts, why: string, total: Fraction = account.total): Account {
  const unallocated = subtract(total, sumParts(exact));
  const isSame = compare(unallocated, account.unallocated) === 0;
  const reasons = unallocated.numerator === 0n ? [] : isSame ? account.why : [...account.why, why];
  return { total, unallocated, exact: reduceParts(exact), why: reasons };
}
