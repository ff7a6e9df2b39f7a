import { startKillCluster } from './ledger/kill-cluster.js';
import { anyKills, runKills } from './ledger/kills.js';
import { noPlant, plants } from './ledger/plants.js';
import { setting } from './report.js';
import { inSlices } from './slices.js';

/*
 * The database and the server killed under load, in slices of a few minutes with a PostgreSQL of their own each.
 * CAMPAIGN_CASES and CAMPAIGN_SEED ask for others; `--plant=name` takes a guard away first.
 */
const planted = process.argv.find((option) => option.startsWith('--plant='))?.slice('--plant='.length);
const unwritten = planted === 'commits-unwritten' ? ['synchronous_commit=off', 'wal_writer_delay=10s'] : [];
const plant = planted === undefined || unwritten.length > 0 ? noPlant : plants['ledger-kills']?.[planted];
if (!plant)
  throw new Error(`Expected one of commits-unwritten, ${Object.keys(plants['ledger-kills'] ?? {}).join(', ')}.`);

const name = planted === undefined ? 'ledger-kills' : `ledger-kills-planted-${planted}`;
const plan = { seed: setting('CAMPAIGN_SEED', 20_261_122), wanted: setting('CAMPAIGN_CASES', 400), each: 20 };
await inSlices(name, plan, async (seed, cases) => {
  const cluster = await startKillCluster(unwritten);
  try {
    await plant(cluster.database);
    return await runKills(cluster, { seed, kills: anyKills(seed, cases) });
  } finally {
    await cluster.stop();
  }
});
