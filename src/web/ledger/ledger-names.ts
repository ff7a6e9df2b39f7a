import type { AccountKind } from '../../engine/ledger/accounts.js';

/** Kinds of entry, in words for people. */
export const entryNames: Readonly<Record<string, string>> = {
  contribution: 'Contribution due',
  'one-off': 'One-off contribution due',
  rebate: 'Rebate',
  receipt: 'Receipt',
  spending: 'Spending',
  grant: 'Grant received',
  'in-kind': 'Contribution in kind',
  reserve: 'Reserve',
  variance: 'Variance settled',
  reversal: 'Reversal',
};

export const entryName = (kind: string): string => entryNames[kind] ?? kind;

interface AccountWords {
  readonly name: string;
  /** Whether what stands on it is below nothing, and people know it the other way round. */
  readonly turned: boolean;
}

const words = (name: string, turned = false): AccountWords => ({ name, turned });

/** Kinds of account, in words for people. A kind without words does not compile. */
const accounts: Readonly<Record<AccountKind, AccountWords>> = {
  receivable: words('Billed'),
  paid: words('Paid', true),
  rebated: words('Let off', true),
  'in-kind-given': words('Given in kind', true),
  contributed: words('From bills', true),
  cash: words('Held by the host'),
  reserve: words('In reserve', true),
  variance: words('Variance settled', true),
  'carried-forward': words('Carried forward', true),
  'budget-line': words('Spent'),
  'in-kind-used': words('Used in kind'),
  grant: words('From grants', true),
};

export function accountWords(kind: string): AccountWords {
  return Object.hasOwn(accounts, kind) ? accounts[kind as AccountKind] : words(kind);
}
