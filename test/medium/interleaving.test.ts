import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { planted } from '../campaigns/interleaving/planted.js';
import { runInterleaving } from '../campaigns/interleaving/run-interleaving.js';
import { makeWorld, type World } from '../support/access/world.js';
import { createTestDatabase } from '../support/test-database.js';

const seed = 20_261_122;
let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.database.drop());

it.each(Object.entries(planted))('notices %s', async (_, plant) => {
  const database = await createTestDatabase(world.database);
  try {
    await plant(database);
    const { faultCount } = await runInterleaving({ ...world, database }, { seed, transactions: 2_000 });
    expect(faultCount).toBeGreaterThan(0);
  } finally {
    await database.drop();
  }
});

it('keeps 5,000 transactions of 20 workers over 5 connections apart, whatever happens to them', async () => {
  const report = await runInterleaving(world, { seed, transactions: 5_000 });
  expect(report).toMatchObject({ faults: [], faultCount: 0, transactions: 5_000 });
  expect(Object.values(report.kinds).every((count) => count > 10)).toBe(true);
  expect([report.lost, report.committedRows, report.undoneRows].every((count) => count > 10)).toBe(true);
}, 120_000);
