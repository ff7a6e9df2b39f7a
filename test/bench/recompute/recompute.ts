import type pg from 'pg';
import { answerShares } from '../../../src/engine/shares/calculate-shares.js';
import { readPounds } from '../../../src/engine/money/pence.js';
import { type Ratio, summarise } from '../measure.js';

interface Version {
  readonly partnership_id: string;
  readonly year: string;
  readonly schedule: unknown;
}

interface Money {
  readonly partnership_id: string;
  readonly year: string;
  readonly authority_id: string;
  readonly billed: bigint;
  readonly paid: bigint;
}

interface Rows {
  readonly versions: readonly Version[];
  readonly money: readonly Money[];
}

/** Every row that the recomputation rests on, as one administrator reads them, without row-level security. */
async function read(client: pg.Client): Promise<Rows> {
  const versions = await client.query<Version>({
    name: 'versions',
    text: 'select partnership_id, financial_year(starts_on) as year, schedule from agreement_version',
  });
  const money = await client.query<Money>({
    name: 'money',
    text: `select c.partnership_id, c.financial_year as year, c.authority_id, c.amount_pence as billed, r.amount_pence as paid
      from contribution c join receipt r on r.partnership_id = c.partnership_id and r.contribution_id = c.id`,
  });
  return { versions: versions.rows, money: money.rows };
}

/** What every partner owes of every year, from the schedules, working and checks included, less what it paid. */
function recompute({ versions, money }: Rows): ReadonlyMap<string, bigint> {
  const owed = new Map<string, bigint>();
  const add = (key: string, amount: bigint) => owed.set(key, (owed.get(key) ?? 0n) + amount);
  for (const { partnership_id: of, year, schedule } of versions) {
    const answered = answerShares(schedule);
    if (!answered.ok || answered.value.checks.some(({ holds }) => !holds)) throw new Error(`${of} ${year}`);
    for (const { partner, amount } of answered.value.partners)
      add(`${of} ${year} ${partner}`, readPounds(amount) ?? 0n);
  }
  for (const line of money) add(`${line.partnership_id} ${line.year} ${line.authority_id}`, -line.paid);
  return owed;
}

async function time<T>(work: () => T): Promise<{ readonly took: number; readonly came: Awaited<T> }> {
  const start = performance.now();
  const came = await work();
  return { took: performance.now() - start, came };
}

export interface Recomputation {
  readonly rows: number;
  readonly figures: number;
  /** Milliseconds to read, and to recompute what was read, as the middle one of the rounds. */
  readonly reading: number;
  readonly recomputing: number;
  /** To recompute over to read. */
  readonly ratio: Ratio;
}

/** 33 partnerships × 10 years recomputed, beside reading their rows, in turns. */
export async function compareRecomputation(client: pg.Client, rounds: number): Promise<Recomputation> {
  const rows = await read(client);
  for (let warm = 0; warm < 20; warm += 1) recompute(await read(client));
  const pairs: (readonly [number, number])[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const { took, came } = await time(() => read(client));
    pairs.push([took, (await time(() => recompute(came))).took]);
  }
  const middle = (all: readonly number[]) => Math.round(summarise(all).median * 10) / 10;
  return {
    rows: rows.versions.length + 2 * rows.money.length,
    figures: recompute(rows).size,
    reading: middle(pairs.map(([reading]) => reading)),
    recomputing: middle(pairs.map(([, recomputing]) => recomputing)),
    ratio: summarise(pairs.map(([reading, recomputing]) => recomputing / reading)),
  };
}
