import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { projectRoot } from '../../src/platform/config/root.js';
import type { Tallied } from '../support/cases.js';

/** What one run of every property with one seed came to. */
export interface Slice {
  readonly seed: number;
  readonly cases: number;
  readonly skipped: number;
  readonly seconds: number;
  readonly properties: Readonly<Record<string, number>>;
}

/** The tests of the engine that draw cases, so that a property is in the campaign by being written. */
export function testsOfProperties(): readonly string[] {
  const engine = path.join(projectRoot, 'src', 'engine');
  return readdirSync(engine, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => path.join(engine, name))
    .filter((file) => readFileSync(file, 'utf8').includes('support/cases.js'));
}

/** Runs jest over those tests; answers what it printed when a property does not hold. */
function runTests(env: Readonly<Record<string, string>>): Promise<string | null> {
  const flags = ['--disable-warning=ExperimentalWarning', '--experimental-vm-modules', 'node_modules/jest/bin/jest.js'];
  const how = ['--config', '.config/jest.config.js', '--selectProjects', 'unit', '--ci', '--testTimeout', '3600000'];
  const child = spawn(process.execPath, [...flags, ...how, '--runTestsByPath', ...testsOfProperties()], {
    cwd: projectRoot,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (text: Buffer) => (said += text.toString()));
  return new Promise((resolve) => child.on('close', (code) => resolve(code === 0 ? null : said)));
}

/** Every property with `times` its usual cases from one seed. Throws what jest says when one does not hold. */
export async function runSlice(seed: number, times: number): Promise<Slice> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'poolkeeper-campaign-'));
  const tally = path.join(folder, 'tally');
  const start = performance.now();
  try {
    const failure = await runTests({
      POOLKEEPER_CASES_TIMES: String(times),
      POOLKEEPER_CASES_SEED: String(seed),
      POOLKEEPER_CASES_TALLY: tally,
    });
    if (failure !== null) throw new Error(`Seed ${seed}, ${times} times the usual cases:\n${failure}`);
    const lines = existsSync(tally) ? readFileSync(tally, 'utf8').trim().split('\n') : [];
    const all = lines.map((line) => JSON.parse(line) as Tallied);
    const sum = (of: 'cases' | 'skipped') => all.reduce((so, one) => so + one[of], 0);
    const properties = Object.fromEntries(all.map(({ property, cases }) => [property, cases]));
    const seconds = Math.round((performance.now() - start) / 1000);
    return { seed, cases: sum('cases'), skipped: sum('skipped'), seconds, properties };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
