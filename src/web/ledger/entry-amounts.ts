import type { LedgerEntry } from '../../features/ledger/dto/entry.js';
import { toPounds } from '../../features/shared/money.js';
import { accountWords } from './ledger-names.js';
import { penceOf } from './sum.js';

/** What a list of entries is narrowed down to, as far as it decides which amount is shown. */
export interface Narrowed {
  readonly account?: string;
  readonly partner?: string;
}

/** What makes up what a partner owes. */
const owed = ['receivable', 'rebated', 'paid'];

/** What the column of amounts shows. */
export function amountHeading({ account, partner }: Narrowed): string {
  if (account !== undefined) return accountWords(kindOf(account)).name;
  return partner === undefined ? 'Amount' : 'Changes what it owes by';
}

/**
 * What an entry adds to the figure that led to it, in pounds: on one account, with the sign that people know it by; to what
 * a partner owes; or, where nothing is asked, how much it moved.
 */
export function amountOf({ lines }: LedgerEntry, { account, partner }: Narrowed): string {
  const sum = (wanted: (line: LedgerEntry['lines'][number]) => boolean) =>
    lines.filter(wanted).reduce((total, { amount }) => total + penceOf(amount), 0n);
  if (account !== undefined) {
    const on = sum(
      (line) => account === line.account || account === `${line.account}:${line.authority ?? line.line ?? ''}`,
    );
    return toPounds(accountWords(kindOf(account)).turned ? -on : on);
  }
  if (partner !== undefined) return toPounds(sum((line) => line.authority === partner && owed.includes(line.account)));
  return toPounds(sum(({ amount }) => !amount.startsWith('-')));
}

const kindOf = (account: string): string => account.split(':')[0] ?? account;
