import { type Line } from '../propose.js';

/** What a settlement puts to the ledger: each an entry of its own, to be approved like any other. */
export const settlementKinds = ['contribution', 'rebate', 'variance', 'reserve'] as const;

/** One entry that a settlement proposes. Its lines come to nothing, in pence. */
export interface Proposed {
  readonly kind: (typeof settlementKinds)[number];
  /** Whom it concerns; null where several. */
  readonly authority: string | null;
  readonly lines: readonly Line[];
}

/** An account of the fund itself, in signed pence. */
export function ofFund(account: Line['account'], pence: bigint): Line {
  return { account, authority: null, line: null, pence };
}

/** A partner's account, in signed pence: what it pays more above nothing, what it gets back below. */
export function ofPartner(authority: string, pence: bigint): Line {
  return { account: pence > 0n ? 'receivable' : 'rebated', authority, line: null, pence };
}
