import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../src/platform/config/root.js';
import { source } from './report.js';

/** What one slice came to. The counts of all slices are added up. */
export interface Slice {
  readonly cases: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly faults: readonly string[];
}

interface Plan {
  readonly seed: number;
  readonly wanted: number;
  /** How many cases one slice has: as many as fit into ten minutes on a slow machine. */
  readonly each: number;
}

interface Done extends Plan {
  readonly campaign: string;
  readonly commit: string;
  readonly cases: number;
  readonly seconds: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly faults: readonly string[];
  readonly slices: readonly { readonly seed: number; readonly cases: number; readonly seconds: number }[];
}

/**
 * Runs a campaign in slices with a seed each, and writes after each what it came to so far: stopped, it goes on from there,
 * as long as the source and the plan are the same. It ends at the first slice that finds a fault.
 */
export async function inSlices(name: string, plan: Plan, run: (seed: number, cases: number) => Promise<Slice>) {
  const file = path.join(projectRoot, 'reports', `campaign-${name}.json`);
  mkdirSync(path.dirname(file), { recursive: true });
  let done = begun(file, name, plan);
  while (done.cases < plan.wanted && done.faults.length === 0) {
    const seed = plan.seed + done.slices.length;
    const start = performance.now();
    const slice = await run(seed, Math.min(plan.each, plan.wanted - done.cases));
    const seconds = Math.round((performance.now() - start) / 1000);
    done = added(done, slice, seed, seconds);
    writeFileSync(file, `${JSON.stringify(done, null, 2)}\n`);
    console.log(`seed ${seed}: ${slice.cases} in ${seconds} s; ${done.cases} of ${plan.wanted}`);
  }
  console.log(JSON.stringify({ ...done, slices: done.slices.length }, null, 2));
  if (done.faults.length > 0) process.exitCode = 1;
}

function begun(file: string, campaign: string, plan: Plan): Done {
  const none = { cases: 0, seconds: 0, counts: {}, faults: [], slices: [] };
  const fresh: Done = { campaign, commit: source(), ...plan, ...none };
  if (!existsSync(file)) return fresh;
  const kept = JSON.parse(readFileSync(file, 'utf8')) as Done;
  const isSame = (['commit', 'seed', 'each'] as const).every((field) => kept[field] === fresh[field]);
  const isKnown = !fresh.commit.endsWith('with changes');
  return isSame && isKnown && kept.faults.length === 0 ? { ...kept, wanted: plan.wanted } : fresh;
}

function added(done: Done, { cases, counts, faults }: Slice, seed: number, seconds: number): Done {
  const all = new Map(Object.entries(done.counts));
  for (const [what, count] of Object.entries(counts)) all.set(what, (all.get(what) ?? 0) + count);
  return {
    ...done,
    cases: done.cases + cases,
    seconds: done.seconds + seconds,
    counts: Object.fromEntries(all),
    faults: [...done.faults, ...faults],
    slices: [...done.slices, { seed, cases, seconds }],
  };
}
