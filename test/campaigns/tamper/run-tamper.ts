import type pg from 'pg';
import { type Evidence, type Verdict, verifyEvidence } from '../../../src/features/audit/verifier/verify-evidence.mjs';
import type { TestDatabase } from '../../support/test-database.js';
import { type Random, randomFrom } from '../random.js';
import { type Chain, grow, keys, makeChain, read, readWhole } from './chains.js';
import { tamperClasses } from './classes.js';

export interface TamperReport {
  readonly seed: number;
  /** What was missed, found at another position than the first bad one, or found where nothing was wrong. */
  readonly faults: readonly string[];
  readonly found: Readonly<Record<string, number>>;
  readonly trials: number;
  readonly missed: number;
  readonly atAnotherPosition: number;
  readonly cleanRuns: number;
  readonly falseAlarms: number;
}

interface Plan {
  readonly seed: number;
  /** How many trials of each class, and how many runs in which nothing is wrong. */
  readonly each: number;
  readonly clean: number;
}

/** A trial as whoever verifies sees it: the evidence as it now stands, and what was kept outside. */
function judge(evidence: Evidence, chain: Chain, kept: 'checkpoint' | 'bundle'): Verdict {
  const seen = kept === 'checkpoint' ? [chain.seen] : [chain.seen, chain.earlier];
  const partnerKeys = { [`${chain.id}-a`]: keys.partner.pem };
  return verifyEvidence([evidence], { keys: [keys.ours.pem], partnerKeys, seen });
}

/** Tampers with real tables in transactions that are rolled back, and verifies what they would have left. */
export async function runTamper(database: TestDatabase, { seed, each, clean }: Plan): Promise<TamperReport> {
  return database.asAdmin(async (client) => {
    await dropChecks(client);
    const random = randomFrom(seed);
    const report = { seed, trials: 0, found: {} as Record<string, number> };
    const missed: string[] = [];
    const wrongPosition: string[] = [];
    const chains = new Chains(database, client, random);
    for (const [name, tamper] of Object.entries(tamperClasses)) {
      report.found[name] = 0;
      for (let trial = 0; trial < each; trial += 1) {
        const chain = await chains.next(trial);
        const kept = random.of(['checkpoint', 'bundle'] as const);
        await client.query('begin; set local session_replication_role = replica');
        const position = await tamper(client, chain, random);
        const { fault } = judge(await readWhole(client, chain.id), chain, kept);
        await client.query('rollback');
        report.trials += 1;
        const words = `${name}, trial ${trial} on ${chain.id} (${kept} kept): ${JSON.stringify(fault)}, expected ${position}`;
        if (!fault) missed.push(words);
        else report.found[name] += 1;
        const exact = name.startsWith('everything') && kept === 'checkpoint' ? undefined : position;
        if (fault && !names(fault, position, exact)) wrongPosition.push(words);
      }
    }
    const falseAlarms = await runClean(client, chains, random, clean);
    const faults = [...missed, ...wrongPosition, ...falseAlarms];
    const counts = { missed: missed.length, atAnotherPosition: wrongPosition.length, falseAlarms: falseAlarms.length };
    return { ...report, ...counts, cleanRuns: clean, faults };
  });
}

/** A superuser would not be stopped by these either. */
async function dropChecks(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ drop: string }>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop from pg_constraint
      where contype = 'c' and conrelid::regclass::text like 'audit\\_%'`,
  );
  for (const { drop } of rows) await client.query(drop);
}

/** Exactly, where what was kept tells that much; else a stretch with the position in it. */
function names(fault: NonNullable<Verdict['fault']>, position: number, exact: number | undefined): boolean {
  if (exact !== undefined) return fault.from === exact && fault.to === exact;
  return fault.from <= position && position <= fault.to;
}

/** Runs in which history only goes on, as it should. */
async function runClean(client: pg.Client, chains: Chains, random: Random, runs: number): Promise<string[]> {
  const alarms: string[] = [];
  for (let run = 0; run < runs; run += 1) {
    const chain = await chains.next(run);
    await client.query('begin');
    await grow(client, chain.id, random);
    const { fault } = judge(await readWhole(client, chain.id), chain, random.of(['checkpoint', 'bundle'] as const));
    const { rows } = await client.query('select * from audit.first_fault($1)', [chain.id]);
    await client.query('rollback');
    if (fault || rows.length > 0) alarms.push(`run ${run} on ${chain.id}: ${JSON.stringify([fault, rows])}`);
  }
  return alarms;
}

/** A fresh chain every so often, so that many are tried without any growing for ever. */
class Chains {
  private made = 0;
  private current: Chain | undefined;

  constructor(
    private readonly database: TestDatabase,
    private readonly client: pg.Client,
    private readonly random: Random,
  ) {}

  async next(trial: number): Promise<Chain> {
    if (this.current && trial % 25 !== 0) return this.current;
    this.made += 1;
    const chain = await makeChain(this.database, this.client, `chain-${this.made}`, this.random);
    for (let more = this.random.between(0, 3); more > 0; more -= 1) await grow(this.client, chain.id, this.random);
    this.current = await read(this.client, chain.id);
    return this.current;
  }
}
