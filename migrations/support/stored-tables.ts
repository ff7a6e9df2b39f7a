import type { Guarded } from './guard.js';

/** Calculations that a partnership has recorded. */
export const storedTables: readonly Guarded[] = [
  { table: 'calculation', partnership: 'partnership_id', read: 'calculation.read', add: 'calculation.add' },
];
