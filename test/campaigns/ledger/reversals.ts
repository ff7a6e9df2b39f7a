import { randomUUID } from 'node:crypto';
import type { TestDatabase } from '../../support/test-database.js';
import { randomFrom } from '../random.js';
import type { Slice } from '../slices.js';
import { untilAnswered } from './ask.js';
import { type Connection, connections, type Ended } from './connections.js';
import { approving, insertOutcome, proposeAll, reversalOf, spending, whole } from './contents.js';
import { type Ground, makeGround, type TwoProcesses } from './ground.js';
import { byWorkers, Tally } from './tally.js';
import { verify } from './verify.js';

const place = 'reversals';
const RIVALS = 4;
/** So many entries are reversed at the same time, by four each: 32 connections of one login, 32 of another. */
const AT_ONCE = 8;
const day = '2026-05-12';

interface Run {
  readonly ground: Ground;
  readonly two: TwoProcesses;
  readonly tally: Tally;
  /** Of whoever serves requests, and of the owner's functions. */
  readonly api: readonly Connection[];
  readonly admin: readonly Connection[];
}

/** How one of four reversals ended: done, or refused by the rule that there is one. */
type Way = (run: Run, worker: number, pence: number) => Promise<readonly string[]>;

/** Four reversals of the same entry at once, by three ways (INV-09): one of each four wins. */
export async function runReversals(
  database: TestDatabase,
  two: TwoProcesses,
  seed: number,
  cases: number,
  atOnce = AT_ONCE,
): Promise<Slice> {
  const random = randomFrom(seed);
  const ground = await makeGround(database, place);
  const [api, admin] = [
    await connections(database, atOnce * RIVALS),
    await connections(database, atOnce * RIVALS, 'admin'),
  ];
  const run: Run = { ground, two, api, admin, tally: new Tally() };
  const drawn = Array.from({ length: cases }, () => ({ pence: random.between(1, 5_000), draw: random.between(0, 9) }));
  await byWorkers(atOnce, cases, async (n, worker) => {
    if (run.tally.isHopeless) return;
    const { pence, draw } = drawn[n]!;
    const [name, way] =
      draw < 2
        ? (['product', byProduct] as const)
        : draw < 6
          ? (['approvals', byApprovals] as const)
          : (['postings', byPostings] as const);
    const endings = await way(run, worker, pence);
    judge(run.tally, `${name}, entry ${n}`, endings);
    run.tally.add(`reversed by ${name}`);
  });
  await reckon(run, cases);
  for (const words of await verify(database, place)) run.tally.fault(words);
  await Promise.all([...api, ...admin].map((connection) => connection.end()));
  return { cases, counts: run.tally.counts, faults: run.tally.faults };
}

function judge(tally: Tally, about: string, endings: readonly string[]): void {
  for (const ending of endings) tally.add(ending);
  const isOnce = endings.filter((ending) => ending === 'done').length === 1;
  const isRight = endings.every((ending) => ending === 'done' || ending === 'refused');
  if (!isOnce || !isRight) tally.fault(`${about}: ${endings.join(', ')}`);
}

/** Proposed and approved over HTTP, each approval at the one process or the other. */
const byProduct: Way = async ({ ground: { lead, partnerChecker }, two, tally }, _, pence) => {
  const drafts = `/api/v1/partnerships/${place}/ledger/drafts`;
  const send = (where: string, secret: string, body: object) =>
    untilAnswered(
      () => `${two.turn()}${where}`,
      { secret, body: { source: 'Campaign', ...body }, key: randomUUID() },
      (how) => tally.add(how),
    );
  const amount = `${Math.floor(pence / 100)}.${String(pence % 100).padStart(2, '0')}`;
  const said = { effectiveOn: day, reason: 'Spent' };
  const { body } = await send(drafts, lead.secret, { ...said, kind: 'spending', line: 'staffing', amount });
  const posted = await send(`${drafts}/${body.id}/approvals`, partnerChecker.secret, { digest: body.digest });
  if (posted.status !== 200) return [`entering: ${posted.status} ${posted.text}`];
  const rivals = await Promise.all(
    Array.from({ length: RIVALS }, () => send(drafts, lead.secret, { ...said, kind: 'reversal', reverses: body.id })),
  );
  const answers = await Promise.all(
    rivals.map((rival) =>
      send(`${drafts}/${rival.body.id}/approvals`, partnerChecker.secret, { digest: rival.body.digest }),
    ),
  );
  return answers.map(({ status, code, text }) =>
    status === 200 ? 'done' : status === 409 && code === 'already-recorded' ? 'refused' : `${status} ${text}`,
  );
};

const ending = (ended: Ended): string =>
  'rows' in ended ? 'done' : ended.refused === 'ledger_entry_reversed_once' ? 'refused' : ended.refused;

/** The same rule asked directly: four approvals of four drafts, on four connections of whoever serves requests. */
const byApprovals: Way = async ({ ground, api }, worker, pence) => {
  const mine = api.slice(worker * RIVALS, (worker + 1) * RIVALS);
  const approve = (connection: Connection, draft: { id: string; digest: string }) =>
    connection.once(
      ground.partnerChecker,
      'ledger-draft.decide',
      place,
      insertOutcome,
      approving(ground, draft, ground.partnerChecker),
    );
  const entry = spending(day, pence);
  const [draft] = await proposeAll(mine[0]!, ground, [entry]);
  const posted = await approve(mine[0]!, draft!);
  if ('refused' in posted) return [`entering: ${posted.refused}`];
  const rivals = await proposeAll(
    mine[0]!,
    ground,
    Array.from({ length: RIVALS }, () => reversalOf(draft!.id, entry)),
  );
  return (await Promise.all(rivals.map((rival, n) => approve(mine[n]!, rival)))).map(ending);
};

/** What the owner's functions post, four at once, with no rule before the ledger's own. */
const byPostings: Way = async ({ admin }, worker, pence) => {
  const mine = admin.slice(worker * RIVALS, (worker + 1) * RIVALS);
  const entry = spending(day, pence);
  const post = (connection: Connection, id: string, content: object) =>
    connection.ask('select ledger.post($1)', [JSON.stringify([{ ...content, id, recordedBy: 'Campaign' }])]);
  const id = randomUUID();
  const posted = await post(mine[0]!, id, whole(place, entry));
  if ('refused' in posted) return [`entering: ${posted.refused}`];
  const reversal = whole(place, reversalOf(id, entry));
  return (await Promise.all(mine.map((connection) => post(connection, randomUUID(), reversal)))).map(ending);
};

/** Each entry is reversed once, so all comes to nothing. */
async function reckon({ ground: { database }, tally }: Run, cases: number): Promise<void> {
  const [row] = await database.sql<{ entries: number; reversals: number; reversed: number; off: string }>(
    `select count(*)::int as entries, count(reversal_of)::int as reversals, count(distinct reversal_of)::int as reversed,
      (select coalesce(sum(abs(amount_pence)), 0)::text from ledger_total where span = 'month' and partnership_id = $1) as off
      from ledger_entry where partnership_id = $1`,
    [place],
  );
  const isRight = row?.entries === 2 * cases && row.reversals === cases && row.reversed === cases && row.off === '0';
  if (!isRight) tally.fault(`of ${cases} entries: ${JSON.stringify(row)}`);
}
