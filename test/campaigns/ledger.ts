import { onOwnCluster } from '../support/own-cluster.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { startTwo, type TwoProcesses } from './ledger/ground.js';
import { runKeys } from './ledger/keys.js';
import { runReversals } from './ledger/reversals.js';
import { runCloses } from './ledger/closes.js';
import { runEdits } from './ledger/edits.js';
import { runYears } from './ledger/years.js';
import { noPlant, plantedLines, plantLine, plants } from './ledger/plants.js';
import { setting } from './report.js';
import { inSlices, type Slice } from './slices.js';

/*
 * Races of the ledger, in slices of a few minutes, each on a fresh database with two processes of the product. The first
 * word says which campaign. CAMPAIGN_CASES and CAMPAIGN_SEED ask for others; `--plant=name` takes a guard away first.
 */
type Campaign = (database: TestDatabase, two: TwoProcesses, seed: number, cases: number) => Promise<Slice>;

/** With two processes of the product beside it. */
const raced =
  (run: Campaign) =>
  async (database: TestDatabase, seed: number, cases: number): Promise<Slice> => {
    const two = await startTwo(database.adminUrl);
    return run(database, two, seed, cases).finally(() => two.stop());
  };

/** Loaded when it is run, so that it has the line that was planted. */
const modelled = async (database: TestDatabase, seed: number, cases: number): Promise<Slice> =>
  (await import('./ledger/model/run-model.js')).runModel(database, seed, cases);

const campaigns: Readonly<
  Record<string, { readonly run: ReturnType<typeof raced>; readonly wanted: number; readonly each: number }>
> = {
  'ledger-model': { run: modelled, wanted: 1_000, each: 50 },
  'ledger-keys': { run: raced(runKeys), wanted: 10_000, each: 500 },
  'ledger-edits': { run: raced(runEdits), wanted: 5_000, each: 500 },
  'ledger-closes': { run: raced(runCloses), wanted: 20_000, each: 1_000 },
  'ledger-years': { run: raced(runYears), wanted: 5_000, each: 280 },
  'ledger-reversals': { run: raced(runReversals), wanted: 10_000, each: 500 },
};

const [name = '', ...options] = process.argv.slice(2);
const campaign = campaigns[name];
if (!campaign) throw new Error(`Expected one of ${Object.keys(campaigns).join(', ')}.`);
const planted = options.find((option) => option.startsWith('--plant='))?.slice('--plant='.length);
const [line, known] = [plantedLines[name]?.[planted ?? ''], plants[name]?.[planted ?? '']];
if (line) plantLine(line);
if (planted !== undefined && !line && !known)
  throw new Error(`Expected one of ${Object.keys({ ...plants[name], ...plantedLines[name] }).join(', ')}.`);
const plant = known ?? noPlant;

const { run, wanted, each } = campaign;
const plan = { seed: setting('CAMPAIGN_SEED', 20_261_122), wanted: setting('CAMPAIGN_CASES', wanted), each };
await onOwnCluster(() =>
  inSlices(planted === undefined ? name : `${name}-planted-${planted}`, plan, async (seed, cases) => {
    const database = await createTestDatabase();
    await plant(database);
    try {
      return await run(database, seed, cases);
    } finally {
      await database.drop();
    }
  }),
);
