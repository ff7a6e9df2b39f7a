import type { TestDatabase } from './test-database.js';

const tables = [
  ...['entry', 'line', 'draft', 'draft_version', 'outcome', 'settlement', 'closing', 'year_closing', 'reopening'],
  'reopening_outcome',
];

/** As though all that is in the ledger had been recorded two days ago: by the administrator of the database, past every trigger. */
export async function recordedTwoDaysAgo(database: Pick<TestDatabase, 'sql'>): Promise<void> {
  const earlier = tables.map((name) => `update ledger_${name} set recorded_at = recorded_at - interval '2 days';`);
  await database.sql(`begin; set local session_replication_role = replica; ${earlier.join(' ')}
    update ledger_recorded_total set recorded_on = recorded_on - 2; commit`);
}
