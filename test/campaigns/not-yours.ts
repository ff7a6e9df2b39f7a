import { startApp } from '../support/app.js';
import { onOwnCluster } from '../support/own-cluster.js';
import { runPairs } from './not-yours/run-pairs.js';
import { report, setting } from './report.js';

/*
 * 2,000 pairs of requests for what is another's and what is not there (INV-24). A tenth runs in test/medium/not-yours.test.ts.
 * Times are told, not judged: on a machine that does other things they say little.
 */
const plan = { seed: setting('CAMPAIGN_SEED', 20_261_122), pairs: setting('CAMPAIGN_CASES', 2_000) };

await report('not-yours', () =>
  onOwnCluster(async () => {
    const app = await startApp();
    const found = await runPairs(app, plan);
    await app.stop();
    return found;
  }),
);
