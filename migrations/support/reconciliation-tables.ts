import type { Guarded } from './guard.js';

/** What was read from the host's own ledger, what it is held against, and what people say belongs together. */
export const reconciliationTables: readonly Guarded[] = [
  'host_line',
  'reconciliation',
  'host_match',
  'host_match_undone',
].map((table) => ({ table, partnership: 'partnership_id', read: 'reconciliation.read', add: 'reconciliation.add' }));
