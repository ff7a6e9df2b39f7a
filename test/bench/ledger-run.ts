import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { projectRoot } from '../../src/platform/config/root.js';
import type { Ratio } from './measure.js';
import { compareLedger } from './ledger/accounting.js';
import { compareApprovals } from './ledger/approving.js';
import { compareFlatness } from './ledger/flatness.js';
import { type Ground, grow, onGround } from './ledger/ground.js';
import { compareImport } from './ledger/importing.js';

/* What the ledger costs beside a floor in the same run: ratios, never times. */
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 5);
const seconds = Number(process.env['BENCH_SECONDS'] ?? 2);
const entries = Number(process.env['BENCH_ENTRIES'] ?? 1_000_000);
/** Beyond so many, `ledger` needs more memory for them than most machines have. */
const MOST_FOR_LEDGER = 2_000_000;
const rows = Number(process.env['BENCH_ROWS'] ?? 100_000);

interface Found {
  readonly ratio: Ratio;
  readonly of: string;
  readonly most?: number;
  readonly least?: number;
}

async function measure(ground: Ground): Promise<Record<string, Found>> {
  const found: Record<string, Found> = {};
  const approvals = await compareApprovals(ground, rounds, seconds);
  found['approving a contribution, which posts it'] = { ratio: approvals, of: '× pgbench, same SQL', least: 0.5 };
  const imported = await compareImport(ground, rows, rounds);
  found[`importing ${rows} contributions`] = { ratio: imported, of: '× COPY into a bare table', most: 1.5 };
  await grow(ground, 'bench-1', 10_000);
  await grow(ground, 'bench-2', entries);
  const flat = await compareFlatness(ground, ['bench-1', 'bench-2'], 4 * rounds);
  for (const [name, ratio] of Object.entries(flat))
    found[`${name}, ${entries} entries`] = { ratio, of: '× with 10000 entries', most: 1.2 };
  return found;
}

function say(name: string, { ratio, of, most, least }: Found): string {
  const { median, lowerQuartile, upperQuartile } = ratio;
  const met = median <= (most ?? Infinity) && median >= (least ?? 0);
  const target = `target ${most === undefined ? `at least ${least}` : `at most ${most}`}: ${met ? 'met' : 'MISSED'}`;
  const spread = `quartiles ${lowerQuartile.toFixed(2)} to ${upperQuartile.toFixed(2)}`;
  return `${name.padEnd(52)} ${median.toFixed(2).padStart(7)} ${of.padEnd(26)} ${spread.padEnd(26)} ${target}`;
}

await onGround(async (ground) => {
  const found = await measure(ground);
  for (const [name, one] of Object.entries(found)) console.log(say(name, one));
  const beside = entries > MOST_FOR_LEDGER ? undefined : await compareLedger(ground, 'bench-2');
  if (beside === undefined)
    console.log(
      'beside ledger: skipped, for it is not installed (apt-get install ledger) or keeps too many entries in memory',
    );
  else
    console.log(
      `what partners were billed, ${entries} entries: ledger takes ${beside.fromTotals.toFixed(0)} × as long as the totals, ` +
        `${beside.fromLines.toFixed(1)} × as long as the sum of all lines`,
    );
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: projectRoot, encoding: 'utf8' }).trim();
  const about = { commit, node: process.version, cores: os.cpus().length, rounds, seconds, entries, rows };
  const file = path.join(projectRoot, 'reports', 'bench-ledger.json');
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ ...about, found, beside: beside ?? 'skipped' }, null, 2)}\n`);
});
