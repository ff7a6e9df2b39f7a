import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../src/platform/config/root.js';

const git = (...args: string[]) => execFileSync('git', args, { cwd: projectRoot, encoding: 'utf8' }).trim();

/** The commit that is tried, and whether anything in it was changed since. */
export function source(): string {
  const isChanged = git('status', '--porcelain', 'src', 'migrations', 'test') !== '';
  return `${git('rev-parse', 'HEAD')}${isChanged ? ' with changes' : ''}`;
}

/** Runs a campaign, and writes and prints what it came to, with the commit and how long it took. Fails when it found faults. */
export async function report(name: string, campaign: () => Promise<{ readonly faults: readonly string[] }>) {
  const start = performance.now();
  const found = await campaign();
  const seconds = Math.round((performance.now() - start) / 1000);
  const text = JSON.stringify({ campaign: name, commit: source(), seconds, ...found }, null, 2);
  const folder = path.join(projectRoot, 'reports');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, `campaign-${name}.json`), `${text}\n`);
  console.log(text);
  if (found.faults.length > 0) process.exitCode = 1;
}

/** A whole number from the environment, such as `CAMPAIGN_SEED`. */
export function setting(name: string, usual: number): number {
  return Number(process.env[name] ?? usual);
}
