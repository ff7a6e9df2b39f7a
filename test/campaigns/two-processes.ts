import { createTestDatabase } from '../support/test-database.js';
import { onOwnCluster } from '../support/own-cluster.js';
import { report, setting } from './report.js';
import { runTwoProcesses } from './two-processes/run-two-processes.js';

/*
 * Two processes behind one port, one of them killed again and again, and clients that send again by key until they are
 * answered (INV-13, INV-36). A few kills of it run in test/medium/two-processes.test.ts.
 */
const plan = {
  seed: setting('CAMPAIGN_SEED', 20_261_122),
  keys: setting('CAMPAIGN_CASES', 5_000),
  kills: setting('CAMPAIGN_KILLS', 50),
};

await report('two-processes', () => onOwnCluster(async () => runTwoProcesses(await createTestDatabase(), plan)));
