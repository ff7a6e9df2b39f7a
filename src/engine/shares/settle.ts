import { roundParts } from '../money/apportion.js';
import { type ExactParts } from '../money/exact-parts.js';
import { type Fraction, fraction, roundHalfAwayFromZero } from '../money/fraction.js';
import { MOST_PENCE, type Pence, pence } from '../money/pence.js';
import { type Rounding } from '../money/rounding.js';
import { type Account } from './account.js';
import { type SharesRounding } from './document.js';
import { type Partner } from './partner.js';

/** An account in whole pence: the amounts and what is unallocated make the total. */
export interface Settled {
  readonly total: Pence;
  readonly unallocated: Pence;
  readonly amounts: readonly Pence[];
  /** The exact amounts that were rounded: they make the total less what is unallocated. */
  readonly exact: ExactParts;
}

const magnitude = (n: bigint): bigint => (n < 0n ? -n : n);

/** A document's rounding with the named partner by its position in a pot; −1 when it is none of the members. */
export function roundingIn({ unit, rule, partner }: SharesRounding, members: readonly Partner[]): Rounding {
  if (rule !== 'partner') return { unit, rule };
  return { unit, rule, named: members.findIndex(({ id }) => id === partner) };
}

/** Amounts added up, with their signs and without. */
interface Sums {
  readonly sum: bigint;
  readonly size: bigint;
}

function sumsOf({ parts }: ExactParts): Sums {
  let [sum, below] = [0n, 0n];
  for (const part of parts) {
    sum += part;
    if (part < 0n) below -= part;
  }
  return { sum, size: sum + 2n * below };
}

/**
 * The exact amounts made to come to `whole` pence. They differ from it by less than a penny or two, and only when a
 * total is not whole pence; the difference is spread in proportion to their size.
 */
function fit(exact: ExactParts, { sum, size }: Sums, whole: bigint): ExactParts {
  const { parts, over } = exact;
  const difference = whole * over - sum;
  if (difference === 0n) return exact;
  return { parts: parts.map((part) => part * size + difference * magnitude(part)), over: over * size };
}

/**
 * Rounds an account once: the total and what is unallocated of it to the penny, halves away from zero, and the rest
 * apportioned to the document's unit (formula.md, rounding). Null when an amount is beyond what is handled (INV-12).
 */
export function settle({ total, unallocated, exact }: Account, rounding: Rounding): Settled | null {
  const sums = sumsOf(exact);
  const [whole, left] = [roundHalfAwayFromZero(total), roundHalfAwayFromZero(unallocated)];
  const largest = sums.size / exact.over + magnitude(whole) + magnitude(left);
  if (largest >= MOST_PENCE) return null;
  const shared = pence(whole - left);
  const fitted = fit(exact, sums, shared);
  return {
    total: pence(whole),
    unallocated: pence(left),
    amounts: roundParts(shared, fitted, rounding),
    exact: fitted,
  };
}

/** `settle` by a rounding that is known. */
export type Settling = (account: Account) => Settled | null;

/** Settles each account once: what the last step shows is what the pot comes to. */
export function settling(rounding: Rounding): Settling {
  const known = new Map<Account, Settled | null>();
  return (account) => {
    const before = known.get(account);
    if (before !== undefined) return before;
    const settled = settle(account, rounding);
    known.set(account, settled);
    return settled;
  };
}

/** The furthest that any amount is from its exact part, in pence; that of the position `apart` is left out. */
export function furthest({ amounts, exact: { parts, over } }: Settled, apart: number): Fraction {
  const off = amounts.map((amount, i) => (i === apart ? 0n : magnitude(amount * over - (parts[i] ?? 0n))));
  return fraction(
    off.reduce((most, one) => (one > most ? one : most), 0n),
    over,
  );
}
