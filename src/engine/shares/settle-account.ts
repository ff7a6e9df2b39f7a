import { type Fraction } from '../money/fraction.js';
import { type Rounding } from '../money/rounding.js';
import { type Account } from './account.js';
import { type LeftOver } from './report.js';
import { type Settled, furthest, settle } from './settle.js';

/** An account settled, with what is to be reported of it. */
export interface Settlement {
  readonly account: Account;
  readonly settled: Settled;
  readonly leftOver: readonly LeftOver[];
  /** The furthest that anyone's amount is from its exact part, in pence; the partner that takes differences apart. */
  readonly furthest: Fraction;
}

/** Settles an account, unless it is `settled`; null when an amount is beyond what is handled. */
export function settleAccount(
  account: Account,
  rounding: Rounding,
  line?: string,
  settled = settle(account, rounding),
): Settlement | null {
  if (!settled) return null;
  const taker = rounding.rule === 'partner' ? rounding.named : -1;
  const amount = settled.unallocated;
  const why = account.why.join('; ');
  const leftOver = amount === 0n ? [] : [{ ...(line !== undefined && { line }), amount, why }];
  return { account, settled, leftOver, furthest: furthest(settled, taker) };
}
