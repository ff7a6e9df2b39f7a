import type { TestDatabase } from '../../support/test-database.js';
import { anyUuid } from '../interleaving/additions.js';
import { randomFrom } from '../random.js';
import type { Slice } from '../slices.js';
import { type Asked, type Said, untilAnswered } from './ask.js';
import { type Ground, makeGround, type TwoProcesses } from './ground.js';
import { byWorkers, Tally } from './tally.js';
import { verify } from './verify.js';

const DUPLICATES = 8;
const AT_ONCE = 4;
const place = 'keys';
const base = `/api/v1/partnerships/${place}`;

/** Something that is sent eight times at once: where to, and what. */
interface Case {
  readonly key: string;
  readonly where: string;
  readonly asked: Asked;
  /** The same key with another body. */
  readonly other: Asked;
}

interface Run {
  readonly ground: Ground;
  readonly two: TwoProcesses;
  readonly tally: Tally;
  /** Which id was answered for which key. */
  readonly answers: Map<string, string>;
}

/** Each key eight times at once to two processes (INV-13): one thing and one answer, and for another body 422. */
export async function runKeys(database: TestDatabase, two: TwoProcesses, seed: number, cases: number): Promise<Slice> {
  const random = randomFrom(seed);
  const run: Run = { ground: await makeGround(database, place), two, tally: new Tally(), answers: new Map() };
  const drawn = Array.from({ length: cases }, () => ({ key: anyUuid(random), draw: random.between(0, 99) }));
  await byWorkers(AT_ONCE, cases, async (n) => {
    if (run.tally.isHopeless) return;
    const { key, draw } = drawn[n]!;
    if (draw < 30) await eightApprovals(run, key);
    else await eightCreations(run, draw < 70 ? draft(run, key) : contribution(run, key), draw % 4 === 0);
  });
  await reckon(run);
  for (const words of await verify(database, place)) run.tally.fault(words);
  return { cases, counts: run.tally.counts, faults: run.tally.faults };
}

const source = { source: 'Campaign' };

function draft({ ground: { partner } }: Run, key: string): Case {
  const body = {
    ...source,
    kind: 'contribution',
    authority: `${place}-b`,
    effectiveOn: '2026-04-01',
    reason: key,
    amount: '10.00',
  };
  const asked = { secret: partner.secret, key };
  const where = `${base}/ledger/drafts`;
  return { key, where, asked: { ...asked, body }, other: { ...asked, body: { ...body, amount: '10.01' } } };
}

function contribution({ ground: { service } }: Run, key: string): Case {
  const body = { ...source, authority: `${place}-a`, dueOn: '2026-04-01', what: key, amount: '10.00' };
  const asked = { secret: service.secret, key };
  const where = `${base}/contributions`;
  return { key, where, asked: { ...asked, body }, other: { ...asked, body: { ...body, amount: '10.01' } } };
}

const send = ({ two, tally }: Run, where: string, asked: Asked): Promise<Said> => {
  tally.add('sent');
  return untilAnswered(
    () => `${two.turn()}${where}`,
    asked,
    (how) => tally.add(how),
  );
};

/** Eight of one kind at once; or seven, and one with another body. */
async function eightCreations(run: Run, { key, where, asked, other }: Case, hasOther: boolean): Promise<void> {
  const bodies = Array.from({ length: DUPLICATES }, (_, n) =>
    hasOther && n === Number.parseInt(key[0]!, 16) % 8 ? other : asked,
  );
  const answers = await Promise.all(bodies.map((one) => send(run, where, one)));
  const created = answers.filter(({ status }) => status === 201);
  const texts = new Set(created.map(({ text }) => text));
  const winner = bodies[answers.findIndex(({ status }) => status === 201)];
  const isRight = answers.every(({ status, code }, n) =>
    bodies[n] === winner ? status === 201 : status === 422 && code === 'key-used-otherwise',
  );
  if (texts.size !== 1 || !isRight)
    run.tally.fault(`${key} was answered ${[...new Set(answers.map(inShort))].join(' and ')}`);
  run.tally.add('answered alike', created.length);
  run.tally.add('refused for another body', answers.length - created.length);
  run.tally.add('answered again', created.filter(({ replayed }) => replayed).length);
  run.answers.set(key, created[0]?.body.id);
}

/** A draft, and eight approvals of it at once: one is done; the others are told so, or the same where they have its key. */
async function eightApprovals(run: Run, key: string): Promise<void> {
  const { where, asked } = draft(run, key);
  const { body } = await send(run, where, asked);
  run.answers.set(key, body.id);
  const hasKey = Number.parseInt(key[0]!, 16) % 2 === 0;
  const approving = {
    secret: run.ground.hostChecker.secret,
    body: { ...source, digest: body.digest },
    ...(hasKey && { key: `${key}-approved` }),
  };
  const answers = await Promise.all(
    Array.from({ length: DUPLICATES }, () => send(run, `${where}/${body.id}/approvals`, approving)),
  );
  const done = answers.filter(({ status }) => status === 200);
  const told = answers.filter(({ status, code }) => status === 409 && code === 'already-recorded');
  const first = done.filter(({ replayed }) => !replayed).length;
  const isRight = first === 1 && (hasKey ? done.length : 1 + told.length) === DUPLICATES;
  if (!isRight || new Set(done.map(({ text }) => text)).size !== 1)
    run.tally.fault(`${key} approved: ${answers.map(inShort).join(' and ')}`);
  run.tally.add('approved', first);
  run.tally.add('answered again', done.length - first);
  run.tally.add('told that it is approved already', told.length);
}

const inShort = ({ status, code, body, text }: Said) => `${status} ${code} ${body.id ?? text.slice(0, 80)}`;

/** One row for each key, which is the one that was answered; and one entry where it was approved. */
async function reckon({ ground: { database }, answers, tally }: Run): Promise<void> {
  const rows = await database.sql<{ id: string; key: string }>(
    `select draft_id as id, content ->> 'reason' as key from ledger_draft_version
        where partnership_id = $1
      union all select id, what from contribution c where c.partnership_id = $1
        and not exists (select from ledger_draft d where d.id = c.id)`,
    [place],
  );
  const there = new Map(rows.map(({ key, id }) => [key, id]));
  if (rows.length !== answers.size || there.size !== answers.size)
    tally.fault(`${rows.length} rows of ${there.size} keys are there for ${answers.size} that were sent`);
  for (const [key, id] of answers)
    if (there.get(key) !== id) tally.fault(`${key}: ${id} was answered, ${there.get(key)} is there`);
  const [found] = await database.sql<{ entries: number; drafts: number }>(
    `select (select count(*)::int from ledger_entry where partnership_id = $1) as entries,
      (select count(*)::int from ledger_draft where partnership_id = $1) as drafts`,
    [place],
  );
  const posted = (tally.counts['approved'] ?? 0) + rows.length - found!.drafts;
  if (found!.entries !== posted) tally.fault(`${found!.entries} entries, where ${posted} were answered`);
  tally.add('entries', found!.entries);
}
