import type { Guarded } from './guard.js';

const ofPartnership = (table: string): Guarded => ({
  table,
  partnership: 'partnership_id',
  read: `${table}.read`,
  add: `${table}.add`,
});

/** What a partnership publishes, and what it takes back. */
export const publicationTables: readonly Guarded[] = [ofPartnership('publication'), ofPartnership('withdrawal')];
