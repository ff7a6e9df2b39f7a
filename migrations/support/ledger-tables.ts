/** Tables that the ledger's own functions post to: rows are only ever added, by nobody else. */
export const postedTables = ['ledger_account', 'ledger_entry', 'ledger_line'] as const;

/** Tables that follow from the posted ones and from what was closed; a trigger keeps them, and they can be worked out anew. */
export const reckonedTables = ['ledger_total', 'ledger_period'] as const;

/** Another of those, which came later. */
export const reckonedLater = ['ledger_recorded_total'] as const;

export const ledgerReaders = [
  ...['finance-officer', 'finance-lead', 'lead-officer', 'board-member', 'chair', 'committee-clerk', 'auditor'],
];
