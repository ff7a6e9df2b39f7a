import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { migrations } from '../../migrations/all.js';
import { projectRoot } from '../../src/platform/config/root.js';
import { startCluster } from '../../src/platform/database/embedded/cluster.js';
import { migrate } from '../../src/platform/database/migrate.js';
import { useExactTypes } from '../../src/platform/database/types.js';
import { candidates } from './engine.js';
import { growth, limits } from './growth.js';
import { type Recomputation, compareRecomputation } from './recompute/recompute.js';
import { store } from './recompute/store.js';
import { inTurns } from './rounds.js';

/* What a calculation costs beside a popular money library's bare split, how that grows, and how long the largest takes. */
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 15);
const targets: Readonly<Record<string, number>> = {
  'the arithmetic alone': 1,
  'everything, from posted to answer': 0.1,
};

/** The recomputation of stored years in a database of its own, which is thrown away. */
async function recomputed(): Promise<Recomputation> {
  useExactTypes();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'poolkeeper-bench-'));
  chmodSync(folder, 0o755);
  const cluster = await startCluster({ folder: path.join(folder, 'postgres'), preferredPort: 0 });
  try {
    const url = await cluster.database('bench');
    await migrate(url, { entities: [], migrations });
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const compared = store(client, url).then(() => compareRecomputation(client, 3 * rounds));
    return await compared.finally(() => client.end());
  } finally {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const ratios = inTurns(candidates, rounds);
for (const [name, { median, lowerQuartile, upperQuartile }] of Object.entries(ratios)) {
  const target = targets[name];
  const met = target === undefined ? '' : `target ${target}: ${median >= target ? 'met' : 'MISSED'}`;
  const spread = `quartiles ${lowerQuartile.toFixed(3)} to ${upperQuartile.toFixed(3)}`;
  console.log(`${name.padEnd(36)} ${median.toFixed(3)} × allocate   ${spread}   ${met}`);
}
const grown = (['partners', 'pots', 'years'] as const).map(growth);
for (const { of, sizes, milliseconds, power } of grown) {
  console.log(`${of.padEnd(10)} ${sizes.join(', ')}: ${milliseconds.join(', ')} ms, size to the power of ${power}`);
}
const largest = limits();
for (const [name, { milliseconds, came }] of Object.entries(largest)) {
  console.log(`${name.padEnd(24)} ${milliseconds} ms, ${came}`);
}
const stored = await recomputed();
const { rows, figures, reading, recomputing, ratio } = stored;
console.log(
  `33 partnerships × 10 years: ${rows} rows read in ${reading} ms, ${figures} figures from them in ${recomputing} ms:`,
);
console.log(`${ratio.median.toFixed(2)} × reading   target 2: ${ratio.median < 2 ? 'met' : 'MISSED'}`);
const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: projectRoot, encoding: 'utf8' }).trim();
const about = { commit, node: process.version, cores: os.cpus().length, rounds };
const file = path.join(projectRoot, 'reports', 'bench-engine.json');
mkdirSync(path.dirname(file), { recursive: true });
writeFileSync(
  file,
  `${JSON.stringify({ ...about, targets, ratios, growth: grown, limits: largest, stored }, null, 2)}\n`,
);
