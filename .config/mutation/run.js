// Changes the engine in every small way, one at a time, and counts the changes that the tests beside it notice.
// `npm run mutation` does every slice; `npm run mutation -- money calendar` does those. What was found is kept in
// reports/mutation, and what did not change is not tried again; MUTATION_AFRESH=yes starts over.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { slices } from './slices.js';

const root = path.join(import.meta.dirname, '..', '..');
const stryker = path.join(root, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
const asked = process.argv.slice(2);
const unknown = asked.filter((slice) => !(slice in slices));
if (unknown.length > 0) throw new Error(`No slice ${unknown.join(', ')}; there are ${Object.keys(slices).join(', ')}`);

/** How many mutants of a slice were noticed, and how many there are; those that do not compile or run are left out. */
function count(slice) {
  const file = path.join(root, 'reports', 'mutation', `${slice}.json`);
  if (!existsSync(file)) return null;
  const all = Object.values(JSON.parse(readFileSync(file, 'utf8')).files).flatMap(({ mutants }) => mutants);
  const of = (...statuses) => all.filter(({ status }) => statuses.includes(status)).length;
  const [noticed, missed] = [of('Killed', 'Timeout'), of('Survived', 'NoCoverage')];
  return { slice, noticed, missed, score: `${((100 * noticed) / (noticed + missed)).toFixed(2)} %` };
}

mkdirSync(path.join(root, 'reports', 'mutation'), { recursive: true });
for (const slice of asked.length > 0 ? asked : Object.keys(slices)) {
  const env = { ...process.env, MUTATION_SLICE: slice, POOLKEEPER_CASES_TIMES: '0.1', POOLKEEPER_CASES_SEED: '1' };
  const args = ['run', '.config/mutation/stryker.config.js'];
  const { status } = spawnSync(process.execPath, [stryker, ...args], { cwd: root, env, stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
console.table(Object.keys(slices).map(count).filter(Boolean));
