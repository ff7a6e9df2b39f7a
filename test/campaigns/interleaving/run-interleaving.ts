import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { apiDataSource } from '../../../src/platform/database/data-source.js';
import { Database } from '../../../src/platform/database/database.js';
import { useExactTypes } from '../../../src/platform/database/types.js';
import type { World } from '../../support/access/world.js';
import { randomFrom } from '../random.js';
import type { Addition } from './additions.js';
import { isLost, kinds, type Turn } from './kinds.js';
import { makeLooks } from './looks.js';

export interface Plan {
  readonly seed: number;
  readonly transactions: number;
}

export interface InterleavingReport extends Plan {
  /** How many of each kind, and how many of those ended because their connection was ended. */
  readonly kinds: Readonly<Record<string, number>>;
  readonly lost: number;
  readonly committedRows: number;
  readonly undoneRows: number;
  readonly bareLooks: number;
  readonly faultCount: number;
  readonly faults: readonly string[];
}

const WORKERS = 20;
const POOL = 5;
const MOST_FAULTS = 20;

/** Workers with more to do than there are connections, all through the real door to the database. */
export async function runInterleaving(world: World, { seed, transactions }: Plan): Promise<InterleavingReport> {
  useExactTypes();
  const source = await apiDataSource(
    { url: world.database.url('poolkeeper_api'), poolSize: POOL },
    { entities: [], migrations: [] },
  ).initialize();
  const pool = (source.driver as PostgresDriver).master as Pool;
  const run = new Run(world, new Database(source, { namedStatements: true }), pool);
  try {
    let left = transactions;
    const worker = async (number: number) => {
      const random = randomFrom(seed * 1_000 + number);
      while (left > 0 && run.faultCount < MOST_FAULTS) {
        left -= 1;
        await run.turn(random);
      }
    };
    await Promise.all(Array.from({ length: WORKERS }, (_, number) => worker(number)));
    await run.reckon();
    return { seed, transactions, ...run.report() };
  } finally {
    await source.destroy();
  }
}

/** One of each hundred, by weight. */
const drawn = Object.entries(kinds).flatMap(([name, { weight }]) => Array.from({ length: weight }, () => name));

class Run {
  faultCount = 0;
  private readonly faults: string[] = [];
  private readonly counts: Record<string, number> = {};
  private readonly committed: Addition[] = [];
  private readonly undone: Addition[] = [];
  private lost = 0;
  private bare = 0;
  private readonly looks;

  constructor(
    private readonly world: World,
    private readonly database: Database,
    private readonly pool: Pool,
  ) {
    this.looks = makeLooks(world);
  }

  async turn(random: Turn['random']): Promise<void> {
    const name = random.of(drawn);
    const kind = kinds[name]!;
    const capacity = random.of(this.world.capacities);
    const { ticket, action, place } = capacity;
    const context = { ticket, action, partnership: place, request: randomUUID() };
    const { world, database, looks } = this;
    const fault = (words: readonly string[]) => this.note(name, words);
    const kept: Turn['kept'] = (addition, how) => {
      if (how !== 'unknown') this[how].push(addition);
    };
    this.counts[name] = (this.counts[name] ?? 0) + 1;
    try {
      await kind.run({ database, world, looks, random, capacity, context, fault, kept });
    } catch (thrown) {
      if (isLost(thrown)) this.lost += 1;
      else if (!kind.endsWith(thrown)) fault([`ended with ${String(thrown)}`]);
    }
    if (random.between(1, 10) === 1) await this.lookBare(random);
  }

  /** A connection as the last transaction left it: it knows nobody, and shows nothing. */
  private async lookBare(random: Turn['random']): Promise<void> {
    this.bare += 1;
    const { table } = random.of(this.looks).guarded;
    const text = `select current_setting('authz.context', true) as context, (select count(*)::int from ${table}) as count`;
    try {
      const { rows } = await this.pool.query<{ context: string | null; count: number }>(text);
      if ((rows[0]?.context ?? '') !== '' || rows[0]?.count !== 0) this.note('bare', [JSON.stringify(rows[0])]);
    } catch (thrown) {
      if (!isLost(thrown)) this.note('bare', [String(thrown)]);
    }
  }

  /** Afterwards: what was committed is there, once, with one entry in the trail; what was undone left neither. */
  async reckon(): Promise<void> {
    const found = async (additions: readonly Addition[]) => {
      const ids = additions.map(({ id }) => id);
      const tables = [...new Set(additions.map(({ guarded }) => guarded.table))];
      const rows = tables.map((table) => `select id::text from ${table} where id = any ($1::uuid[])`);
      const entries = `select subject_id as id from audit_entry where event = 'added' and subject_id = any ($1::text[]) and subject <> 'ledger_entry'`;
      const { database } = this.world;
      const there = tables.length === 0 ? [] : await database.sql(rows.join(' union all '), [ids]);
      return [there.length, (await database.sql(entries, [ids])).length];
    };
    const [rows, entries] = await found(this.committed);
    if (rows !== this.committed.length || entries !== rows)
      this.note('end', [`${this.committed.length} rows committed, ${rows} there, ${entries} in the trail`]);
    const [ghosts, traces] = await found(this.undone);
    if (ghosts !== 0 || traces !== 0) this.note('end', [`${ghosts} rows undone are there, ${traces} in the trail`]);
  }

  private note(name: string, words: readonly string[]): void {
    this.faultCount += words.length;
    this.faults.push(...words.map((said) => `${name}: ${said}`).slice(0, MOST_FAULTS));
  }

  report() {
    const { counts, lost, bare, faultCount, faults } = this;
    const [committedRows, undoneRows] = [this.committed.length, this.undone.length];
    return { kinds: counts, lost, committedRows, undoneRows, bareLooks: bare, faultCount, faults };
  }
}
