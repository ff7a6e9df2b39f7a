import type { Context } from '../../../src/platform/database/context.js';
import type { Database } from '../../../src/platform/database/database.js';
import type { ReadSession, WriteSession } from '../../../src/platform/database/session.js';
import { statement } from '../../../src/platform/database/statement.js';
import { type Capacity, nameOf } from '../../support/access/capacities.js';
import { mayAdd } from '../../support/access/oracle.js';
import type { World } from '../../support/access/world.js';
import type { Random } from '../random.js';
import { type Addition, anyAddition } from './additions.js';
import { look, lookInTheMirror, type makeLooks } from './looks.js';

/** One worker at one transaction. */
export interface Turn {
  readonly database: Database;
  readonly world: World;
  readonly looks: ReturnType<typeof makeLooks>;
  readonly random: Random;
  readonly capacity: Capacity;
  readonly context: Context;
  readonly fault: (words: readonly string[]) => void;
  /** Rows that were added, and how that ended. */
  readonly kept: (addition: Addition, how: 'committed' | 'undone' | 'unknown') => void;
}

/** Whoever ends a transaction because they changed their mind. */
class Aborted extends Error {}

export const codeOf = (thrown: unknown): string => (thrown as { code?: string }).code ?? '';

/** The connection went while it was in use: by our own hand, and never with a wrong answer. */
export function isLost(thrown: unknown): boolean {
  return (
    ['57P01', 'ECONNRESET', 'EPIPE'].includes(codeOf(thrown)) ||
    /^(Connection terminated|Client has encountered a connection error)/.test((thrown as Error).message)
  );
}

const lookAround = async (
  { looks, random, capacity, context, world, fault }: Turn,
  session: ReadSession,
  alone = true,
) => {
  fault(await lookInTheMirror(session, capacity, alone ? context.request : undefined));
  for (let n = random.between(1, 3); n > 0; n -= 1) fault(await look(session, random.of(looks), capacity, world));
};

/**
 * A lock was not had in time, or two waited for each other: several rows drawn at random in one transaction, with keys that
 * others draw too, come in every order. What the product adds together comes in one; tests of the ledger hold it to that.
 */
const isBetweenLocks = (thrown: unknown): boolean => ['55P03', '40P01'].includes(codeOf(thrown));

/** How it ended, unless the connection was lost or the locks were others': then there is nothing to judge. */
async function endOf(asked: Promise<unknown>): Promise<string> {
  try {
    await asked;
    return 'went in';
  } catch (thrown) {
    if (isLost(thrown) || isBetweenLocks(thrown)) throw thrown;
    return codeOf(thrown);
  }
}

/** Two at one moment, so that they are asked together, and together with those of whoever acts alike. */
async function question(turn: Turn): Promise<void> {
  const questions = turn.database.questions(turn.context);
  await Promise.all([lookAround(turn, questions, false), lookAround(turn, questions, false)]);
}

async function read(turn: Turn): Promise<void> {
  const { database, context, random } = turn;
  await database.read(context, async (session) => {
    await lookAround(turn, session);
    if (random.between(1, 4) > 1) return;
    const { asked, values } = anyAddition(random);
    const ended = await endOf(session.rows(asked, values));
    if (ended !== '25006') turn.fault([`A row in a transaction that only reads: ${ended}`]);
    throw new Aborted();
  });
}

const [mark, back] = [statement('savepoint here'), statement('rollback to savepoint here')];

/** Adds a row, perhaps behind a savepoint, and judges whether it should have gone in. */
async function addOne(turn: Turn, session: WriteSession, addition: Addition): Promise<boolean> {
  const ended = await endOf(session.rows(addition.asked, addition.values));
  const may = mayAdd(turn.capacity, addition.guarded, addition.row);
  const isPast = ended === 'went in' || ended.startsWith('23');
  if (may !== isPast || (!may && ended !== '42501')) {
    const words = `${nameOf(turn.capacity)} adds to ${addition.guarded.table}, which it may${may ? '' : ' not'}: ${ended}`;
    turn.fault([`${words} ${JSON.stringify(addition.row)}`]);
  }
  return ended === 'went in';
}

/** As often one that should go in, where there is any, as one that might not. */
function anyAdditionFor({ random, capacity }: Turn): Addition {
  const isMeant = random.between(1, 2) === 1;
  const draws = Array.from({ length: isMeant ? 15 : 1 }, () => anyAddition(random));
  return draws.find(({ guarded, row }) => mayAdd(capacity, guarded, row)) ?? draws[0]!;
}

async function write(turn: Turn): Promise<void> {
  const { database, context, random } = turn;
  const added: Addition[] = [];
  try {
    await database.write(context, async (session) => {
      for (let n = random.between(1, 3); n > 0; n -= 1) {
        const isMarked = random.between(1, 2) === 1;
        if (isMarked) await session.rows(mark);
        const addition = anyAdditionFor(turn);
        const wentIn = await addOne(turn, session, addition);
        if (!wentIn && !isMarked) throw new Aborted();
        if (!wentIn || (isMarked && random.between(1, 3) === 1)) {
          await session.rows(back);
          turn.kept(addition, 'undone');
        } else added.push(addition);
        await database.write(session.context, (joined) => lookAround(turn, joined));
      }
      if (random.between(1, 10) > 4) throw new Aborted();
    });
    for (const addition of added) turn.kept(addition, 'committed');
  } catch (thrown) {
    for (const addition of added) turn.kept(addition, isLost(thrown) ? 'unknown' : 'undone');
    throw thrown;
  }
}

const impatient = statement(`set local statement_timeout = 5`);
const slow = statement('select pg_sleep(1)');

async function timeout(turn: Turn): Promise<void> {
  await turn.database.read(turn.context, async (session) => {
    await lookAround(turn, session);
    await session.rows(impatient);
    await session.rows(slow);
  });
}

const endMe = statement('select pg_terminate_backend(pg_backend_pid())');
const endAnother = statement(`select pg_terminate_backend(pid) from pg_stat_activity
  where usename = current_user and datname = current_database() and pid <> pg_backend_pid() order by random() limit 1`);

async function kill(turn: Turn): Promise<void> {
  const asked = turn.random.of([endMe, endAnother]);
  if (turn.random.between(1, 2) === 1) {
    await turn.database.questions(turn.context).rows(asked);
    return;
  }
  await turn.database.write(turn.context, async (session) => {
    await lookAround(turn, session);
    await session.rows(asked);
    await lookAround(turn, session);
  });
}

/** What nobody may do: with a ticket of nobody's, an action not theirs, in a partnership not theirs. */
async function stranger(turn: Turn): Promise<void> {
  const { context, capacity, random, database, looks } = turn;
  const tries: readonly [string, Partial<Context>][] = [
    ['PK401', { ticket: 'f'.repeat(64) }],
    ['PK403', { action: 'no.such' }],
    ...(capacity.place === '*' || capacity.authority === null
      ? []
      : [['PK404', { partnership: capacity.place === 'one' ? 'two' : 'one' }] as [string, Partial<Context>]]),
  ];
  const [wanted, change] = random.of(tries);
  const { asked } = random.of(looks);
  const foreign = { ...context, ...change };
  const work = random.of([
    () => database.questions(foreign).rows(asked),
    () => database.read(foreign, (session) => session.rows(asked)),
    () => database.write(foreign, (session) => session.rows(asked)),
  ]);
  const ended = await work().then(
    (rows) => `${rows.length} rows`,
    (thrown: unknown) => {
      if (isLost(thrown)) throw thrown;
      return codeOf(thrown);
    },
  );
  if (ended !== wanted)
    turn.fault([`${nameOf(capacity)} with ${JSON.stringify(change)}: ${ended}, expected ${wanted}`]);
}

interface Kind {
  readonly weight: number;
  readonly run: (turn: Turn) => Promise<void>;
  /** With what it may end besides well. */
  readonly endsWith: (thrown: unknown) => boolean;
}

const aborts = (thrown: unknown) => thrown instanceof Aborted;

export const kinds: Readonly<Record<string, Kind>> = {
  question: { weight: 30, run: question, endsWith: () => false },
  read: { weight: 25, run: read, endsWith: aborts },
  write: { weight: 30, run: write, endsWith: (thrown) => aborts(thrown) || isBetweenLocks(thrown) },
  stranger: { weight: 10, run: stranger, endsWith: () => false },
  timeout: { weight: 2, run: timeout, endsWith: (thrown) => codeOf(thrown) === '57014' },
  kill: { weight: 1, run: kill, endsWith: () => false },
};
