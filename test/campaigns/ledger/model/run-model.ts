import { positionQuestion, type PositionRow } from '../../../../src/features/ledger/position.query.js';
import type { TestDatabase } from '../../../support/test-database.js';
import { type Random, randomFrom } from '../../random.js';
import type { Slice } from '../../slices.js';
import { type Connection, connections } from '../connections.js';
import { makeGround } from '../ground.js';
import { byWorkers, Tally } from '../tally.js';
import { accountOf, isSame, verify } from '../verify.js';
import { anyDay, commands, type Turn } from './commands.js';
import { Oracle, withoutNothing } from './oracle.js';

const WORKERS = 2;
const COMMANDS = 40;

/**
 * Sequences of 40 commands on a ledger and on a model of it in memory (INV-14): what is done and what is refused is the same,
 * and after each command so is every balance, as at one day and as known at another.
 */
export async function runModel(database: TestDatabase, seed: number, cases: number): Promise<Slice> {
  const tally = new Tally();
  const [api, admin] = [await connections(database, WORKERS), await connections(database, WORKERS, 'admin')];
  await byWorkers(WORKERS, cases, async (n, worker) => {
    if (!tally.isHopeless) await sequence(database, [api[worker]!, admin[worker]!], seed * 10_000 + n, tally);
  });
  await Promise.all([...api, ...admin].map((connection) => connection.end()));
  return { cases, counts: tally.counts, faults: tally.faults };
}

async function sequence(
  database: TestDatabase,
  [api, admin]: readonly [Connection, Connection],
  seed: number,
  tally: Tally,
): Promise<void> {
  const random = randomFrom(seed);
  const ground = await makeGround(database, `m${seed}`);
  const [oracle, digests] = [new Oracle(), new Map<string, string[]>()];
  for (let n = 0; n < COMMANDS; n += 1) {
    const turn: Turn = { ground, api, admin, oracle, random, tally, about: `sequence ${seed}, command ${n}`, digests };
    await random.of(commands)(turn);
    await compare(turn);
  }
  for (const words of await verify(database, ground.id)) tally.fault(`sequence ${seed}: ${words}`);
  tally.add('sequences');
}

/** Days that positions are asked as at, and as known at: now, or one in the past. */
function anyQuestion(random: Random): readonly [string, string | null, string | null] {
  return [
    random.of([anyDay(random), '2026-12-31']),
    random.of([null, anyDay(random), '2026-06-30']),
    random.of([null, null, 'pool', 'therapy-fund']),
  ];
}

async function compare({ ground, admin, oracle, random, tally, about }: Turn): Promise<void> {
  for (let n = 0; n < 3; n += 1) {
    const [asAt, knownAt, fund] = anyQuestion(random);
    const ended = await admin.ask(positionQuestion.text, [ground.id, asAt, knownAt, fund]);
    if ('refused' in ended) throw new Error(`${about}: ${ended.refused}`);
    const row = ended.rows[0] as unknown as PositionRow;
    const found = JSON.parse(row.balances) as {
      fund: string;
      kind: string;
      authority: string | null;
      line: string | null;
      pence: string;
    }[];
    const balances = new Map(found.map((one) => [accountOf({ ...one, account: one.kind }), BigInt(one.pence)]));
    const wanted = oracle.balances(asAt, knownAt, fund);
    tally.add('positions compared');
    if (!isSame(withoutNothing(balances), wanted))
      tally.fault(
        `${about}: as at ${asAt}, as known at ${knownAt}, ${fund}: ${[...balances].join('; ')}, where the model has ${[...wanted].join('; ')}`,
      );
    if (knownAt === null && row.reopened.length !== oracle.reopenedUpTo(asAt))
      tally.fault(
        `${about}: as at ${asAt}, ${row.reopened.length} re-opened, where the model has ${oracle.reopenedUpTo(asAt)}`,
      );
  }
}
