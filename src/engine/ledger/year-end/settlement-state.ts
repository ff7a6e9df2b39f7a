/** What became of one entry that a settlement proposed. */
export type SettledState = 'proposed' | 'approved' | 'rejected' | 'reversed';

/** Where a settlement stands. */
export type SettlementState = 'nil' | 'proposed' | 'in-part' | 'settled' | 'undone';

/**
 * Where a settlement stands by what became of its entries: nil where it has none, undone once all are rejected or reversed
 * (our decision; `ledger.state_of_settlement` says the same in the database, and a test compares the two).
 */
export function settlementState(entries: readonly SettledState[]): SettlementState {
  if (entries.length === 0) return 'nil';
  if (entries.every((state) => state === 'approved')) return 'settled';
  const live = entries.filter((state) => state === 'approved' || state === 'proposed').length;
  if (live === 0) return 'undone';
  return live === entries.length ? 'proposed' : 'in-part';
}
