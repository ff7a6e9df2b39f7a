import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../src/platform/config/root.js';
import { setting, source } from './report.js';
import { sourceOf } from './loaded.js';
import { type Slice, runSlice, testsOfProperties } from './slice.js';

/*
 * The properties of the engine on a million cases, in slices of a few minutes with a seed each. What is done is kept in
 * reports/campaign-engine.json, so that the same command goes on where it was stopped, until the source changes.
 * CAMPAIGN_CASES and CAMPAIGN_SEED ask for another number of cases or other ones.
 */
const wanted = setting('CAMPAIGN_CASES', 1_000_000);
const firstSeed = setting('CAMPAIGN_SEED', 20_261_122);
const TIMES = 2;

interface Report {
  /** The commit at the beginning; what counts is `source`, the tests and all that they load. */
  readonly commit: string;
  readonly source: string;
  readonly firstSeed: number;
  readonly times: number;
  readonly wanted: number;
  readonly cases: number;
  readonly skipped: number;
  readonly seconds: number;
  readonly properties: Readonly<Record<string, number>>;
  readonly slices: readonly Omit<Slice, 'properties'>[];
}

const file = path.join(projectRoot, 'reports', 'campaign-engine.json');

function begin(): Report {
  const none = { cases: 0, skipped: 0, seconds: 0, properties: {}, slices: [] };
  const fresh = { commit: source(), source: sourceOf(testsOfProperties()), firstSeed, times: TIMES, wanted, ...none };
  if (!existsSync(file)) return fresh;
  const kept = JSON.parse(readFileSync(file, 'utf8')) as Report;
  const isSame = kept.source === fresh.source && kept.firstSeed === firstSeed && kept.times === TIMES;
  return isSame ? { ...kept, wanted } : fresh;
}

function added(report: Report, { properties, ...slice }: Slice): Report {
  const all = new Map(Object.entries(report.properties));
  for (const [name, cases] of Object.entries(properties)) all.set(name, (all.get(name) ?? 0) + cases);
  return {
    ...report,
    cases: report.cases + slice.cases,
    skipped: report.skipped + slice.skipped,
    seconds: report.seconds + slice.seconds,
    properties: Object.fromEntries(all),
    slices: [...report.slices, slice],
  };
}

let report = begin();
mkdirSync(path.dirname(file), { recursive: true });
while (report.cases < wanted) {
  const slice = await runSlice(firstSeed + report.slices.length, TIMES);
  report = added(report, slice);
  writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
  console.log(`seed ${slice.seed}: ${slice.cases} cases in ${slice.seconds} s; ${report.cases} of ${wanted}`);
}
const { slices, ...summary } = report;
console.log(JSON.stringify({ ...summary, slices: slices.length }, null, 2));
