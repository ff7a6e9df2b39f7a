import { randomUUID } from 'node:crypto';
import type { Json } from '../../support/app.js';
import type { TestDatabase } from '../../support/test-database.js';
import { type Random, randomFrom } from '../random.js';
import type { Slice } from '../slices.js';
import { type Said, untilAnswered } from './ask.js';
import { type Connection, connections, type Ended } from './connections.js';
import { approving, insertOutcome, proposeAll, spending } from './contents.js';
import { type Ground, makeGround, type Person, type TwoProcesses } from './ground.js';
import { sleepy } from './lane.js';
import { byWorkers, Tally } from './tally.js';
import { verify } from './verify.js';

const WORKERS = 6;
const place = 'edits';
const drafts = `/api/v1/partnerships/${place}/ledger/drafts`;
const day = '2026-05-12';

interface Turn {
  readonly ground: Ground;
  readonly two: TwoProcesses;
  readonly random: Random;
  readonly tally: Tally;
  readonly about: string;
  readonly mine: readonly Connection[];
  /** By draft, the digest that was approved and answered; none where it was not. */
  readonly approved: Map<string, string | undefined>;
}

/** How each of a race ended, in one word for each. */
type Endings = Readonly<Record<string, string>>;

/** Drafts that are approved while they are changed, by two at once, and by who made them (INV-07, INV-08). */
export async function runEdits(database: TestDatabase, two: TwoProcesses, seed: number, cases: number): Promise<Slice> {
  const tally = new Tally();
  const ground = await makeGround(database, place);
  const all = await connections(database, WORKERS * 2);
  const approved = new Map<string, string | undefined>();
  await byWorkers(WORKERS, cases, async (n, worker) => {
    if (tally.isHopeless) return;
    const random = randomFrom(seed * 1_000_003 + n);
    const [name, race] = random.of(races);
    const mine = all.slice(worker * 2, worker * 2 + 2);
    await race({ ground, two, random, tally, about: `draft ${n}, ${name}`, mine, approved });
    tally.add(`race of ${name}`);
  });
  await reckon(ground, approved, tally);
  for (const words of await verify(database, place)) tally.fault(words);
  await Promise.all(all.map((connection) => connection.end()));
  return { cases, counts: tally.counts, faults: tally.faults };
}

const send = ({ two, tally }: Turn, where: string, who: { readonly secret: string }, body: object): Promise<Said> =>
  untilAnswered(
    () => `${two.turn()}${where}`,
    { secret: who.secret, body: { source: 'Campaign', ...body }, key: randomUUID() },
    (how) => tally.add(how),
  );

async function propose(turn: Turn, who: Person, amount = '41.50'): Promise<Json> {
  const bill = { kind: 'contribution', authority: `${place}-b`, effectiveOn: day, reason: 'Bill', amount };
  const answer = await send(turn, drafts, who, bill);
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body;
}

/** After a moment; `done`, or by which rule it was refused. */
async function told(turn: Turn, asking: () => Promise<Said>): Promise<string> {
  await sleepy(turn.random.of([0, 0, 0, 1, 3, 6]));
  const { status, code } = await asking();
  return status === 200 ? 'done' : `${status} ${code}`;
}

const approve = (turn: Turn, { id, digest }: Json, who: Person) =>
  told(turn, () => send(turn, `${drafts}/${id}/approvals`, who, { digest }));
const reject = (turn: Turn, { id, digest }: Json, who: Person) =>
  told(turn, () => send(turn, `${drafts}/${id}/rejections`, who, { digest, reason: 'Not so' }));
const change = (turn: Turn, { id }: Json, who: Person) => {
  const amount = `${turn.random.between(1, 49)}.${turn.random.between(10, 99)}`;
  return told(turn, () => send(turn, `${drafts}/${id}/versions`, who, { effectiveOn: day, reason: 'Changed', amount }));
};

const CHANGED = '409 changed-since';
const DECIDED = '409 already-recorded';
const BY_YOU = '409 entered-by-you';
const SAME = '409 same-council';

/** Judges by what may be; notes what was approved. */
function judge({ tally, about, approved }: Turn, draft: Json, endings: Endings, mayBe: readonly Endings[]): void {
  const isAllowed = mayBe.some((one) =>
    Object.entries(one).every(([who, how]) => how.split('|').includes(endings[who] ?? '')),
  );
  if (!isAllowed) tally.fault(`${about}: ${JSON.stringify(endings)}`);
  for (const [who, how] of Object.entries(endings)) tally.add(`${who}: ${how}`);
  const isApproved = Object.entries(endings).some(([who, how]) => who.startsWith('approval') && how === 'done');
  approved.set(draft.id, isApproved ? draft.digest : undefined);
}

async function changing(turn: Turn): Promise<void> {
  const { ground } = turn;
  const draft = await propose(turn, ground.partner);
  const [approval, edit] = await Promise.all([
    approve(turn, draft, ground.hostChecker),
    change(turn, draft, ground.lead),
  ]);
  judge(turn, draft, { approval, edit }, [
    { approval: 'done', edit: DECIDED },
    { approval: CHANGED, edit: 'done' },
  ]);
}

async function twoApprovals(turn: Turn): Promise<void> {
  const { ground } = turn;
  const draft = await propose(turn, ground.partner);
  const [approval, approvalToo, edit] = await Promise.all([
    approve(turn, draft, ground.hostChecker),
    approve(turn, draft, ground.officer),
    change(turn, draft, ground.lead),
  ]);
  judge(turn, draft, { approval, approvalToo, edit }, [
    { approval: 'done', approvalToo: DECIDED, edit: DECIDED },
    { approval: DECIDED, approvalToo: 'done', edit: DECIDED },
    { approval: CHANGED, approvalToo: CHANGED, edit: 'done' },
  ]);
}

async function rejecting(turn: Turn): Promise<void> {
  const { ground } = turn;
  const draft = await propose(turn, ground.partner);
  const [approval, rejection] = await Promise.all([
    approve(turn, draft, ground.hostChecker),
    reject(turn, draft, ground.officer),
  ]);
  judge(turn, draft, { approval, rejection }, [
    { approval: 'done', rejection: DECIDED },
    { approval: DECIDED, rejection: 'done' },
  ]);
}

/** The maker approves through a second role, of another council even, at the same moment as somebody who may. */
async function secondRole(turn: Turn): Promise<void> {
  const { ground } = turn;
  const draft = await propose(turn, ground.partner);
  const [approvalByMaker, approval] = await Promise.all([
    approve(turn, draft, ground.partnerAsHost),
    approve(turn, draft, ground.hostChecker),
  ]);
  judge(turn, draft, { approvalByMaker, approval }, [{ approvalByMaker: `${BY_YOU}|${DECIDED}`, approval: 'done' }]);
}

/** Somebody changes the draft in one role, and approves what it said before in another. */
async function editorApproves(turn: Turn): Promise<void> {
  const { ground } = turn;
  const draft = await propose(turn, ground.lead);
  const [approval, edit] = await Promise.all([
    approve(turn, draft, ground.partnerAsHost),
    change(turn, draft, ground.partner),
  ]);
  judge(turn, draft, { approval, edit }, [
    { approval: `${CHANGED}|${BY_YOU}`, edit: 'done' },
    { approval: `done|${SAME}`, edit: DECIDED },
  ]);
}

/** Above the threshold it takes another council, whoever is quicker. */
async function twoCouncils(turn: Turn): Promise<void> {
  const { ground } = turn;
  const draft = await propose(turn, ground.lead, '50.01');
  const [approvalBySame, approval] = await Promise.all([
    approve(turn, draft, ground.officer),
    approve(turn, draft, ground.partnerChecker),
  ]);
  judge(turn, draft, { approvalBySame, approval }, [{ approvalBySame: `${SAME}|${DECIDED}`, approval: 'done' }]);
}

const insertVersion = `insert into ledger_draft_version (partnership_id, id, draft_id, number, content, source)
  select partnership_id, gen_random_uuid(), draft_id, 2, content || '{"reason": "Other"}', 'Campaign'
  from ledger_draft_version where draft_id = $1 and number = 1 returning id`;

/** Both by direct SQL, in transactions that stay open a moment, so that each sees what the other has not committed. */
async function heldOpen(turn: Turn): Promise<void> {
  const { ground, random, mine } = turn;
  const [one, two] = [mine[0]!, mine[1]!];
  const [proposed] = await proposeAll(one, ground, [spending(day, random.between(1, 5_000))]);
  const who = ground.partnerChecker;
  const hold = async (connection: Connection, action: string, by: Person, text: string, values: readonly unknown[]) => {
    await sleepy(random.of([0, 1, 2]));
    await connection.begin(by, action, place);
    const ended = await connection.ask(text, values);
    if ('refused' in ended) return ended;
    await sleepy(random.of([0, 2, 5]));
    return connection.commit();
  };
  const said = (ended: Ended) => ('rows' in ended ? 'done' : ended.refused);
  const [approval, edit] = await Promise.all([
    hold(one, 'ledger-draft.decide', who, insertOutcome, approving(ground, proposed!, who)).then(said),
    hold(two, 'ledger-draft.add', ground.lead, insertVersion, [proposed!.id]).then(said),
  ]);
  judge(turn, proposed, { approval, edit }, [
    { approval: 'done', edit: 'ledger_draft_decided_once' },
    { approval: 'ledger_outcome_of_the_newest', edit: 'done' },
  ]);
}

const races: readonly (readonly [string, (turn: Turn) => Promise<void>])[] = [
  ['an approval and a change', changing],
  ['an approval and a change', changing],
  ['an approval and a change, held open', heldOpen],
  ['two approvals and a change', twoApprovals],
  ['an approval and a rejection', rejecting],
  ['an approval by the maker in a second role', secondRole],
  ['an approval by who changes it', editorApproves],
  ['an approval by the same council above the threshold', twoCouncils],
];

/** What is posted is exactly what was answered as approved, each with the digest that was read. */
async function reckon(
  { database }: Ground,
  approved: ReadonlyMap<string, string | undefined>,
  tally: Tally,
): Promise<void> {
  const entries = await database.sql<{ id: string; digest: string }>(
    'select id, digest from ledger_entry where partnership_id = $1',
    [place],
  );
  const posted = new Map(entries.map(({ id, digest }) => [id, digest]));
  for (const [id, digest] of approved)
    if (posted.get(id) !== digest) tally.fault(`${id}: ${digest} was approved, ${posted.get(id)} is posted`);
  if (posted.size > approved.size) tally.fault(`${posted.size} are posted of ${approved.size} drafts`);
  tally.add('posted as approved', posted.size);
}
