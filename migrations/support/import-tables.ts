import type { Guarded } from './guard.js';

/** What is read from files, and what of it was added. Whether it may be added, the tables that it goes to say themselves. */
export const importTables: readonly Guarded[] = ['import', 'import_part', 'import_reading', 'import_confirmation'].map(
  (table) => ({ table, partnership: 'partnership_id', read: 'import.read', add: 'import.add' }),
);
