import { onOwnCluster } from '../support/own-cluster.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { startTwo, type TwoProcesses } from './ledger/ground.js';
import { runKeys } from './ledger/keys.js';
import { runReversals } from './ledger/reversals.js';
import { runCloses } from './ledger/closes.js';
import { runEdits } from './ledger/edits.js';
import { noPlant, plantedLines, plants, takeOut } from './ledger/plants.js';
import { setting } from './report.js';
import { inSlices, type Slice } from './slices.js';

/*
 * Races of the ledger, in slices of a few minutes, each on a fresh database with two processes of the product. The first
 * word says which campaign. CAMPAIGN_CASES and CAMPAIGN_SEED ask for others; `--plant=name` takes a guard away first.
 */
type Campaign = (database: TestDatabase, two: TwoProcesses, seed: number, cases: number) => Promise<Slice>;

const campaigns: Readonly<Record<string, { readonly run: Campaign; readonly wanted: number; readonly each: number }>> =
  {
    'ledger-keys': { run: runKeys, wanted: 10_000, each: 1_000 },
    'ledger-edits': { run: runEdits, wanted: 5_000, each: 1_000 },
    'ledger-closes': { run: runCloses, wanted: 20_000, each: 2_000 },
    'ledger-reversals': { run: runReversals, wanted: 10_000, each: 2_000 },
  };

const [name = '', ...options] = process.argv.slice(2);
const campaign = campaigns[name];
if (!campaign) throw new Error(`Expected one of ${Object.keys(campaigns).join(', ')}.`);
const planted = options.find((option) => option.startsWith('--plant='))?.slice('--plant='.length);
const [line, known] = [plantedLines[name]?.[planted ?? ''], plants[name]?.[planted ?? '']];
if (line) takeOut(line);
if (planted !== undefined && !line && !known)
  throw new Error(`Expected one of ${Object.keys({ ...plants[name], ...plantedLines[name] }).join(', ')}.`);
const plant = known ?? noPlant;

const { run, wanted, each } = campaign;
const plan = { seed: setting('CAMPAIGN_SEED', 20_261_122), wanted: setting('CAMPAIGN_CASES', wanted), each };
await onOwnCluster(() =>
  inSlices(planted === undefined ? name : `${name}-planted-${planted}`, plan, async (seed, cases) => {
    const database = await createTestDatabase();
    await plant(database);
    const two = await startTwo(database.adminUrl);
    try {
      return await run(database, two, seed, cases);
    } finally {
      await two.stop();
      await database.drop();
    }
  }),
);
