import { appendFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@jest/globals';
import type fc from 'fast-check';

/** Read here alone: an ordinary run leaves all three out, the campaign sets them (test/campaigns). */
const times = Number(process.env['POOLKEEPER_CASES_TIMES'] ?? 1);
const seed = process.env['POOLKEEPER_CASES_SEED'];
const tally = process.env['POOLKEEPER_CASES_TALLY'];

/** One property in one run, as the campaign counts it. */
export interface Tallied {
  readonly property: string;
  readonly cases: number;
  readonly skipped: number;
}

function note({ numRuns, numSkips }: { readonly numRuns: number; readonly numSkips: number }): void {
  if (tally === undefined) return;
  const { currentTestName = '', testPath = '' } = expect.getState();
  const property = `${path.relative('src/engine', testPath)}: ${currentTestName}`;
  const line: Tallied = { property, cases: numRuns, skipped: numSkips };
  appendFileSync(tally, `${JSON.stringify(line)}\n`);
}

/** `usual` cases of a property in an ordinary run, so many times more in the campaign. */
export function cases<T>(usual: number): fc.Parameters<T> {
  return {
    numRuns: Math.ceil(usual * times),
    ...(seed !== undefined && { seed: Number(seed) }),
    plugins: [() => ({ onAllRunsComplete: note })],
  };
}
