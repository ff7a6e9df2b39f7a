import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { runModel } from '../campaigns/ledger/model/run-model.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it('does, refuses and comes to exactly what a model of the ledger in memory does, as at and as known at any day', async () => {
  const { faults, counts } = await runModel(database, 20_261_122, 12);
  expect(faults).toEqual([]);
  expect(counts['positions compared']).toBe(12 * 40 * 3);
  const told = ['an approval', 'a posting', 'a closing', 'a re-opening', 'a rejection'].map((what) => `done: ${what}`);
  expect(told.map((what) => counts[what] ?? 0).every((count) => count > 0)).toBe(true);
}, 300_000);
