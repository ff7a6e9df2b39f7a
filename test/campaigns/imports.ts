import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../src/platform/config/root.js';
import { startApp } from '../support/app.js';
import { onOwnCluster } from '../support/own-cluster.js';
import { type ImportsReport, runImports } from './imports/run-imports.js';
import { setting, source } from './report.js';

/*
 * 10,000 files that are nearly right, and bombs, from a seed, in slices of 250. What is done is kept in
 * reports/campaign-imports.json, so that the same command goes on where it was stopped, until the source changes.
 */
const wanted = setting('CAMPAIGN_CASES', 10_000);
const firstSeed = setting('CAMPAIGN_SEED', 20_261_122);
const SLICE = 250;

interface Kept {
  readonly commit: string;
  readonly firstSeed: number;
  readonly slices: readonly (ImportsReport & { readonly seconds: number })[];
}

const file = path.join(projectRoot, 'reports', 'campaign-imports.json');
const commit = source();

function begin(): Kept {
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Kept) : undefined;
  return kept?.commit === commit && kept.firstSeed === firstSeed ? kept : { commit, firstSeed, slices: [] };
}

const filesOf = ({ slices }: Kept) => slices.reduce((sum, slice) => sum + slice.files, 0);

let kept = begin();
mkdirSync(path.dirname(file), { recursive: true });
await onOwnCluster(async () => {
  while (filesOf(kept) < wanted) await slice();
});

async function slice(): Promise<void> {
  const start = performance.now();
  const app = await startApp();
  const files = Math.min(SLICE, wanted - filesOf(kept));
  const found = await runImports(app, { seed: firstSeed + kept.slices.length, files }).finally(() => app.stop());
  const seconds = Math.round((performance.now() - start) / 1000);
  kept = { ...kept, slices: [...kept.slices, { ...found, seconds }] };
  writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`);
  const { ended, ...summary } = found;
  console.log(JSON.stringify({ ...summary, endings: Object.keys(ended).length, seconds, of: filesOf(kept) }));
  if (found.faults.length > 0) process.exitCode = 1;
}
