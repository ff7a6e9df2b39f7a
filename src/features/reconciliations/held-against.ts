import type { AccountKind } from '../../engine/ledger/accounts.js';

/**
 * What an extract of the host's ledger may be held against, and the kind of account of ours that is. `sign` is the way
 * round in which people know it: what bills bring to the fund stands below nothing, and the host's income above.
 */
export const heldAgainst = {
  cash: { kind: 'cash', sign: 1n },
  spending: { kind: 'budget-line', sign: 1n },
  contributions: { kind: 'contributed', sign: -1n },
} as const satisfies Readonly<Record<string, { readonly kind: AccountKind; readonly sign: 1n | -1n }>>;

export type HeldAgainst = keyof typeof heldAgainst;

/** So many lines of either ledger are held against each other at once: more would keep everybody else waiting for a second. */
export const MOST_LINES = 20_000;
