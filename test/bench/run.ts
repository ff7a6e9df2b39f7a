import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { migrations } from '../../migrations/all.js';
import { yearPeriod, readFinancialYear } from '../../src/engine/calendar/financial-year.js';
import { statementQuestion } from '../../src/features/shares/statement.query.js';
import { projectRoot } from '../../src/platform/config/root.js';
import { startCluster } from '../../src/platform/database/embedded/cluster.js';
import { migrate } from '../../src/platform/database/migrate.js';
import { freePort } from '../support/process.js';
import { compareApportionment } from './apportionment.js';
import { compareWrites } from './pgbench.js';
import { compare, type Ratio } from './measure.js';
import { seed, year } from './seed.js';

const rounds = Number(process.env['BENCH_ROUNDS'] ?? 7);
const seconds = Number(process.env['BENCH_SECONDS'] ?? 2);
const targets: Record<string, number> = {
  'one contribution by id': 0.7,
  'a share statement': 0.8,
  'adding a contribution': 0.5,
  'apportionment, 5 partners': 3,
  'apportionment, 12 partners': 3,
  'apportionment, 20 partners': 3,
};

const folder = mkdtempSync(path.join(os.tmpdir(), 'poolkeeper-bench-'));
chmodSync(folder, 0o755);
const cluster = await startCluster({ folder: path.join(folder, 'postgres'), preferredPort: 0 });
const children: ChildProcess[] = [];

async function serve(file: string, probe: string, databaseUrl: string): Promise<string> {
  const port = await freePort();
  const env = { ...process.env, DATABASE_URL: databaseUrl, PORT: String(port), LOG_LEVEL: 'silent' };
  children.push(
    spawn(process.execPath, [path.join(projectRoot, 'dist', file)], { env, stdio: ['ignore', 'inherit', 'inherit'] }),
  );
  const url = `http://127.0.0.1:${port}`;
  for (let waited = 0; waited < 15_000; waited += 50) {
    if (
      await fetch(`${url}${probe}`).then(
        ({ status }) => status < 500,
        () => false,
      )
    )
      return url;
    await sleep(50);
  }
  throw new Error(`${file} did not start`);
}

async function measure(): Promise<Record<string, Ratio>> {
  const adminUrl = await cluster.database('bench');
  await migrate(adminUrl, { entities: [], migrations });
  const { contributions: ids, secrets, loader } = await seed(adminUrl, 100_000);
  const secret = secrets[0] ?? '';
  const product = await serve('src/main.js', '/health/ready', adminUrl);
  const floor = await serve('test/bench/floor.js', '/', adminUrl);
  const api = `${product}/api/v1/partnerships/bench`;
  const asAt = '2026-01-01';
  const shown = `${api}/share-statements/${year}?asAt=${asAt}`;
  await handOver(floor, { url: shown, secret }, asAt);
  const body = JSON.stringify({
    authority: 'north',
    dueOn: '2025-07-01',
    amount: '1234.56',
    what: 'Instalment',
    source: 'bench',
  });
  const post = { method: 'POST', body, secret: loader } as const;
  const database = { address: adminUrl, secret: loader };
  return {
    'one contribution by id': await compare(
      { url: `${api}/contributions/`, ids, secret },
      { url: `${floor}/contributions/bench/`, ids },
      rounds,
      seconds,
    ),
    'the same, each a session': await compare(
      { url: `${api}/contributions/`, ids, secret: secrets },
      { url: `${floor}/contributions/bench/`, ids },
      rounds,
      seconds,
    ),
    'a share statement': await compare({ url: shown, secret }, { url: `${floor}/statement` }, rounds, seconds),
    'adding a contribution': await compareWrites({ url: `${api}/contributions`, ...post }, database, rounds, seconds),
    ...Object.fromEntries(
      [5, 12, 20].map((count) => [`apportionment, ${count} partners`, compareApportionment(count, rounds)]),
    ),
  };
}

/** Gives the floor the statement's question and the statement's bytes. */
async function handOver(floor: string, { url, secret }: { url: string; secret: string }, asAt: string): Promise<void> {
  const days = yearPeriod(readFinancialYear(year) ?? ('' as never));
  const answer = await fetch(url, { headers: { authorization: `Bearer ${secret}` } }).then((found) => found.text());
  const values = ['bench', year, asAt, days.from, days.until];
  const body = JSON.stringify({ text: statementQuestion.text, values, answer });
  await fetch(`${floor}/statement`, { method: 'PUT', body, headers: { 'content-type': 'application/json' } });
}

function report(found: Record<string, Ratio>): void {
  const lines = Object.entries(found).map(([name, { median, lowerQuartile, upperQuartile }]) => {
    const target = targets[name];
    const met = target === undefined ? '' : `target ${target}: ${median >= target ? 'met' : 'MISSED'}`;
    const spread = `${lowerQuartile.toFixed(2)} to ${upperQuartile.toFixed(2)}`;
    return `${name.padEnd(30)} ${median.toFixed(2).padStart(6)} × the floor   quartiles ${spread.padEnd(14)} ${met}`;
  });
  console.log(lines.join('\n'));
  if (lines.some((line) => line.endsWith('MISSED'))) process.exitCode = 1;
  const file = path.join(projectRoot, 'reports', 'bench.json');
  mkdirSync(path.dirname(file), { recursive: true });
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: projectRoot, encoding: 'utf8' }).trim();
  const about = { commit, node: process.version, cores: os.cpus().length, rounds, seconds, connections: 16 };
  writeFileSync(file, `${JSON.stringify({ ...about, targets, ratios: found }, null, 2)}\n`);
}

try {
  report(await measure());
} finally {
  for (const child of children) child.kill('SIGTERM');
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
}
