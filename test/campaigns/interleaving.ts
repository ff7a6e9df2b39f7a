import { makeWorld } from '../support/access/world.js';
import { onOwnCluster } from '../support/own-cluster.js';
import { runInterleaving } from './interleaving/run-interleaving.js';
import { report, setting } from './report.js';

/*
 * 50,000 transactions of 20 workers over a pool of 5: does any see, add or become what it may not? A tenth of it, and four
 * planted faults that it has to notice, run in test/medium/interleaving.test.ts. CAMPAIGN_CASES and CAMPAIGN_SEED ask for
 * another number or another choice of transactions; how they interleave is up to the machine.
 */
const plan = { seed: setting('CAMPAIGN_SEED', 20_261_122), transactions: setting('CAMPAIGN_CASES', 50_000) };

await report('interleaving', () =>
  onOwnCluster(async () => {
    const world = await makeWorld();
    return runInterleaving(world, plan);
  }),
);
