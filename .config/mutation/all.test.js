// Every test of a slice as one file, so that the engine is loaded once for each mutant instead of once for each test file.
// What is drawn is fixed by a seed, a failure is not made smaller, and the documents of a million fields are left out.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { slices } from './slices.js';

fc.configureGlobal({ endOnFailure: true, seed: 1, numRuns: 30 });

/** Examples are quick, so they come first; the first test that fails ends the run. */
const isDrawn = (name) => /(properties|oracle)\.test/.test(name);

const root = path.join(import.meta.dirname, '..', '..');
const { tests } = slices[process.env.MUTATION_SLICE];
const all = readdirSync(path.join(root, 'src', 'engine'), { recursive: true })
  .map((name) => path.posix.join('src/engine', name))
  .filter((name) => name.endsWith('.test.ts') && !name.endsWith('hostile.test.ts'))
  .filter((name) => tests.some((start) => name.startsWith(start)))
  .sort((a, b) => Number(isDrawn(a)) - Number(isDrawn(b)) || (a < b ? -1 : 1));
for (const name of all) await import(path.join(root, name));
