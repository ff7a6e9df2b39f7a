import { randomUUID } from 'node:crypto';
import type { TestDatabase } from '../../support/test-database.js';
import { type Random, randomFrom } from '../random.js';
import type { Slice } from '../slices.js';
import { untilAnswered } from './ask.js';
import type { Ended } from './connections.js';
import type { TwoProcesses } from './ground.js';
import { Lane, type Posting, sleepy } from './lane.js';
import { byWorkers, Tally } from './tally.js';
import { verify } from './verify.js';

const LANES = 4;

interface Turn {
  readonly lane: Lane;
  readonly two: TwoProcesses;
  readonly random: Random;
  readonly tally: Tally;
  readonly about: string;
}

/** Postings against the closing and the re-opening of their month (INV-10): what is frozen is what was committed, ever. */
export async function runCloses(
  database: TestDatabase,
  two: TwoProcesses,
  seed: number,
  cases: number,
): Promise<Slice> {
  const tally = new Tally();
  const each = Math.ceil(cases / LANES);
  await byWorkers(LANES, LANES, async (n) => {
    const random = randomFrom(seed * LANES + n);
    const lane = await Lane.open(database, `lane${n}`, random, tally);
    for (let round = 0; round < each && !tally.isHopeless; round += 1) {
      const [name, race] = random.of(races);
      await race({ lane, two, random, tally, about: `${lane.ground.id}, round ${round}, ${name}` });
      tally.add(`race of ${name}`);
    }
    await lane.end();
  });
  for (let n = 0; n < LANES; n += 1) for (const words of await verify(database, `lane${n}`)) tally.fault(words);
  return { cases: each * LANES, counts: tally.counts, faults: tally.faults };
}

const hold = (random: Random): number => random.of([0, 0, 1, 2, 4]);
const anyPosting = ({ lane, random }: Turn, later = 0): Posting | Promise<Posting> =>
  random.between(0, 2) === 0
    ? lane.approval(later, random.between(1, 5_000))
    : lane.bill(later, random.between(1, 9_999));

/** Posts after a moment; taken into the reckoning when it was committed. Refused, only because the month is closed. */
async function post(
  { lane, random, tally, about }: Turn,
  posting: Posting,
  connection: number,
  later = 0,
): Promise<void> {
  await sleepy(hold(random));
  const ended = await posting.run(lane.connections[connection]!, hold(random));
  tally.add('rows' in ended ? 'posted' : ended.refused);
  if ('rows' in ended) lane.keep(posting, later);
  else if (ended.refused !== 'ledger_period_takes_no_entry' || later > 0)
    tally.fault(`${about}, posting: ${ended.refused}`);
}

async function close({ lane, random }: Turn, connection: number, later = 0): Promise<Ended> {
  await sleepy(hold(random));
  return lane.close(lane.connections[connection]!, hold(random), later);
}

/** One posting, or two, one of them perhaps in the month after, while the month is closed. */
async function closing(turn: Turn, postings: readonly number[]): Promise<string | undefined> {
  const prepared = [];
  for (const later of postings) prepared.push(await anyPosting(turn, later));
  const [closed] = await Promise.all([
    close(turn, 0),
    ...prepared.map((posting, n) => post(turn, posting, n + 1, postings[n])),
  ]);
  return turn.lane.judge(closed, turn.about);
}

/** A transaction that posts to the month after and then to this one, while this one is closed: neither waits for ever. */
async function twoInOne(turn: Turn): Promise<void> {
  const { lane, random } = turn;
  for (const later of [0, 1]) await post(turn, lane.bill(later), 1, later);
  const posting = lane.twoBills(random.between(1, 9_999));
  const [closed] = await Promise.all([close(turn, 0), post(turn, posting, 1)]);
  lane.judge(closed, turn.about);
  lane.move();
}

/** Two who close the same month at once: one does. */
async function twoClosings(turn: Turn): Promise<void> {
  const posting = await anyPosting(turn);
  const [one, other] = await Promise.all([close(turn, 0), close(turn, 1), post(turn, posting, 2)]);
  const [done, refused] = 'rows' in one ? [one, other] : [other, one];
  if ('rows' in refused || refused.refused !== 'ledger_closing_once')
    turn.tally.fault(`${turn.about}: ${JSON.stringify([one, other])}`);
  turn.lane.judge(done, turn.about);
  turn.lane.move();
}

/** Closes, and has it opened again while somebody posts; then it is closed anew, with what was posted or without. */
async function reopening(turn: Turn): Promise<void> {
  const { lane, random, about, tally } = turn;
  const closed = await closing(turn, []);
  if (closed === undefined) return;
  const asked = await lane.ask(lane.connections[0]!, closed);
  const posting = await anyPosting(turn);
  const opening = async () => {
    await sleepy(hold(random));
    return lane.reopen(lane.connections[3]!, asked, hold(random));
  };
  const [opened] = await Promise.all([opening(), post(turn, posting, 1)]);
  if ('refused' in opened) tally.fault(`${about}, opening: ${opened.refused}`);
  await closing(turn, [0]);
  lane.move();
}

/** One month is opened again while the next is closed: one of the two, whichever came first. */
async function reopeningOrNext(turn: Turn): Promise<void> {
  const { lane, random, about, tally } = turn;
  const closed = await closing(turn, [0, 1]);
  if (closed === undefined) return;
  const asked = await lane.ask(lane.connections[0]!, closed);
  const opening = async () => {
    await sleepy(hold(random));
    return lane.reopen(lane.connections[3]!, asked, hold(random));
  };
  const [opened, next] = await Promise.all([opening(), close(turn, 0, 1)]);
  const isEither =
    ('rows' in opened && 'refused' in next && next.refused === 'ledger_closing_after_those_before') ||
    ('rows' in next && 'refused' in opened && opened.refused === 'ledger_reopening_of_the_latest');
  if (!isEither) tally.fault(`${about}: ${JSON.stringify([opened, next])}`);
  tally.add('rows' in opened ? 'opened before the next closed' : 'next closed before it opened');
  if ('rows' in opened) await closing(turn, [0]);
  lane.move();
  if ('rows' in opened) return;
  lane.judge(next, about);
  lane.move();
}

/** The same over HTTP: the service records, or somebody approves, at one process, while the lead closes at the other. */
async function overHttp(turn: Turn): Promise<void> {
  const { lane, two, random, tally, about } = turn;
  const { id, lead, service } = lane.ground;
  const send = (part: string, secret: string, body: object) =>
    untilAnswered(
      () => `${two.turn()}/api/v1/partnerships/${id}/${part}`,
      { secret, body: { source: 'Campaign', ...body }, key: randomUUID() },
      (how) => tally.add(how),
    );
  const bill = { authority: `${id}-a`, dueOn: lane.month().replace(/01$/, '20'), amount: '7.01', what: 'Bill' };
  const posting = async () => {
    await sleepy(hold(random));
    const { status, code, text } = await send('contributions', service.secret, bill);
    tally.add(status === 201 ? 'posted over HTTP' : code);
    if (status === 201) lane.keep(lane.bill(0, 701), 0);
    else if (code !== 'period-closed') tally.fault(`${about}: ${text}`);
  };
  const closed = async () => {
    await sleepy(hold(random));
    return send('ledger/closings', lead.secret, { startsOn: lane.month(), why: 'It is over' });
  };
  const [{ status, body, text }] = await Promise.all([closed(), posting()]);
  lane.judge(status === 201 ? { rows: [body] } : { refused: text }, about);
  lane.move();
}

const once = async (turn: Turn, postings: readonly number[]) => {
  await closing(turn, postings);
  turn.lane.move();
};

const races: readonly (readonly [string, (turn: Turn) => Promise<void>])[] = [
  ['one posting and a closing', (turn) => once(turn, [0])],
  ['one posting and a closing', (turn) => once(turn, [0])],
  ['two postings and a closing', (turn) => once(turn, [0, 0])],
  ['postings of this month and the next, and a closing', (turn) => once(turn, [0, 1])],
  ['two postings in one transaction and a closing', twoInOne],
  ['two closings', twoClosings],
  ['a posting and a re-opening', reopening],
  ['a re-opening and the next closing', reopeningOrNext],
  ['a posting and a closing over HTTP', overHttp],
];
