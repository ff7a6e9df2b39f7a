import { expect, it } from '@jest/globals';
import { runTamper } from '../campaigns/tamper/run-tamper.js';
import { createTestDatabase } from '../support/test-database.js';

it('finds every falsification of a tenth of the campaign at its first bad position, and nothing where all is well (INV-31)', async () => {
  const database = await createTestDatabase();
  try {
    const report = await runTamper(database, { seed: 20_261_122, each: 125, clean: 100 });
    expect(report).toMatchObject({ trials: 1_000, cleanRuns: 100, faults: [] });
    expect(Object.values(report.found)).toEqual(Array.from({ length: 8 }, () => 125));
  } finally {
    await database.drop();
  }
});
