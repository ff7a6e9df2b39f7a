import { onOwnCluster } from '../support/own-cluster.js';
import { createTestDatabase } from '../support/test-database.js';
import { report, setting } from './report.js';
import { runTamper } from './tamper/run-tamper.js';

/*
 * Eight ways of falsifying history, 1,250 times each, by a superuser whom no trigger stops: is each found, at its first bad
 * position, and is nothing found in 1,000 runs where all is well? A tenth of it runs in test/medium/tamper.test.ts.
 * CAMPAIGN_SEED repeats a run exactly; CAMPAIGN_CASES asks for another number of falsifications.
 */
const cases = setting('CAMPAIGN_CASES', 10_000);
const plan = { seed: setting('CAMPAIGN_SEED', 20_261_122), each: Math.ceil(cases / 8), clean: Math.ceil(cases / 10) };

await report('tamper', () =>
  onOwnCluster(async () => {
    const database = await createTestDatabase();
    try {
      return await runTamper(database, plan);
    } finally {
      await database.drop();
    }
  }),
);
