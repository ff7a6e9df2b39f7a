import { startApp } from '../support/app.js';
import { startBeside } from '../support/beside.js';
import { onOwnCluster } from '../support/own-cluster.js';
import { report, setting } from './report.js';
import { runRevocations } from './revocations/run-revocations.js';

/*
 * 1,000 races between requests at two processes and what ends their right to be answered (INV-35). A tenth of it runs in
 * test/medium/revocations.test.ts. CAMPAIGN_CASES and CAMPAIGN_SEED ask for others.
 */
const plan = { seed: setting('CAMPAIGN_SEED', 20_261_122), races: setting('CAMPAIGN_CASES', 1_000) };

await report('revocations', () =>
  onOwnCluster(async () => {
    const app = await startApp();
    const beside = await startBeside(app);
    const found = await runRevocations(app, beside, plan);
    await beside.stop();
    await app.stop();
    return found;
  }),
);
