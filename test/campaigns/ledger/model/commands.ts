import { randomUUID } from 'node:crypto';
import { londonDate } from '../../../../src/engine/calendar/london.js';
import type { Random } from '../../random.js';
import type { Connection, Ended } from '../connections.js';
import { approving, type Content, insertOutcome, type Proposed, reversalOf, whole } from '../contents.js';
import type { Ground, Person } from '../ground.js';
import type { Tally } from '../tally.js';
import { balancesIn, isSame } from '../verify.js';
import { monthOf, nextMonth, type Oracle, withoutNothing } from './oracle.js';

/** One sequence under way: the ledger in the database, and the same in memory. */
export interface Turn {
  readonly ground: Ground;
  /** Of whoever serves requests, and of the administrator, who alone may say since when something is known. */
  readonly api: Connection;
  readonly admin: Connection;
  readonly oracle: Oracle;
  readonly random: Random;
  readonly tally: Tally;
  readonly about: string;
  /** By draft, the digests of its versions. */
  readonly digests: Map<string, string[]>;
}

const TODAY = londonDate(Date.now());
/** Whatever is recorded now is known from a day that is never asked for. */
const NOW = '2990-01-01';
const lines = ['staffing', 'premises', 'therapy'];
const month = (random: Random): string =>
  `${random.between(2023, 2026)}-${String(random.between(1, 12)).padStart(2, '0')}-01`;

/** Days in few months, so that entries, closings and questions meet; the first and the last of them more often. */
export const anyDay = (random: Random): string =>
  random
    .of([month(random).replace('2026', '2025'), '2024-02-29', '2025-03-31', '2025-04-01'])
    .replace(/01$/, random.of(['01', '15', '28']));

/** Was it done as the model says? It notes and judges; true when it was done. */
function agreed({ tally, about }: Turn, what: string, ended: Ended, refusal: string | undefined): boolean {
  const isDone = 'rows' in ended;
  tally.add(isDone ? `done: ${what}` : `refused: ${what}, ${refusal ?? ended.refused}`);
  if (isDone !== (refusal === undefined))
    tally.fault(`${about}, ${what}: ${isDone ? 'done' : ended.refused}, where the model says ${refusal ?? 'done'}`);
  if (!isDone && !/^(ledger_|contribution_|receipt_)/.test(ended.refused))
    tally.fault(`${about}, ${what}: ${ended.refused}`);
  return isDone;
}

type Side = Omit<Content['lines'][number], 'pence'>;

function anyContent({ random, ground: { id } }: Turn, authority: string | null): Content {
  const pence = random.between(1, 9_999);
  const [line, fund] = [random.of(lines), random.of(['pool', 'pool', 'therapy-fund'])];
  const said = { effectiveOn: anyDay(random), reason: 'Model', fund };
  const sides = (to: Side, from: Side): Content['lines'] => [
    { ...to, pence: String(pence) },
    { ...from, pence: String(-pence) },
  ];
  const of = authority ?? `${id}-a`;
  const kinds: readonly Content[] = [
    {
      ...said,
      fund: 'pool',
      kind: 'contribution',
      lines: sides({ account: 'receivable', authority: of }, { account: 'contributed' }),
    },
    { ...said, kind: 'one-off', lines: sides({ account: 'receivable', authority: of }, { account: 'contributed' }) },
    { ...said, kind: 'rebate', lines: sides({ account: 'contributed' }, { account: 'rebated', authority: of }) },
    {
      ...said,
      kind: 'in-kind',
      lines: sides({ account: 'in-kind-used', line }, { account: 'in-kind-given', authority: of }),
    },
    { ...said, kind: 'spending', lines: sides({ account: 'budget-line', line }, { account: 'cash' }) },
    { ...said, kind: 'grant', lines: sides({ account: 'cash' }, { account: 'grant', line }) },
  ];
  return random.of(authority === null ? kinds.slice(4) : kinds.slice(0, 4));
}

/** A reversal of something that is there, on a day that may be too early, at times with other lines than it must have. */
function anyReversal({ oracle, random }: Turn): Content | undefined {
  if (oracle.entries.length === 0) return undefined;
  const { id, content } = random.of(oracle.entries);
  const turned = {
    ...reversalOf(id, content),
    effectiveOn: random.of([content.effectiveOn, anyDay(random)]),
    fund: content.fund ?? 'pool',
  };
  if (random.between(0, 9) > 0) return turned;
  return { ...turned, lines: turned.lines.map((line) => ({ ...line, pence: String(Number(line.pence) * 2) })) };
}

const addDraft =
  'insert into ledger_draft (partnership_id, id, kind, authority_id, source) values ($1, $2, $3, $4, $5)';
const addVersion = `insert into ledger_draft_version (partnership_id, id, draft_id, number, authority_id, content, source)
  values ($1, gen_random_uuid(), $2, 1, $3, $4, 'Model') returning digest`;

async function version(
  turn: Turn,
  draft: string,
  who: Person,
  content: Content,
  authority: string | null,
): Promise<void> {
  const { api, ground, oracle } = turn;
  const given = [ground.id, draft, authority, JSON.stringify(whole(ground.id, content))];
  const ended = await api.ask(addVersion, given);
  if (!agreed(turn, 'a version', ended, oracle.refusesVersion(draft)) || 'refused' in ended) return;
  await api.commit();
  const known = oracle.drafts.get(draft) ?? { versions: [], isDecided: false };
  known.versions.push({ content, person: who.person, authority: who.authority });
  oracle.drafts.set(draft, known);
  turn.digests.set(draft, [...(turn.digests.get(draft) ?? []), ended.rows[0]!['digest'] as string]);
}

/** Whom a draft concerns, and who may enter it. */
function makers({ ground: { id, lead, officer, partner }, random }: Turn): readonly [string | null, Person] {
  const authority = random.of([null, `${id}-a`, `${id}-b`]);
  return [authority, authority === null ? lead : random.of([lead, authority === `${id}-a` ? officer : partner])];
}

async function propose(turn: Turn): Promise<void> {
  const { api, ground, random } = turn;
  const [whose, who] = makers(turn);
  const reversal = random.between(0, 2) === 0 ? anyReversal(turn) : undefined;
  const content = reversal ?? anyContent(turn, whose);
  const draft = randomUUID();
  await api.begin(who, 'ledger-draft.add', ground.id);
  await api.ask(addDraft, [ground.id, draft, content.kind, whose, 'Model']);
  await version(turn, draft, who, content, whose);
}

async function change(turn: Turn): Promise<void> {
  const { api, ground, oracle, random } = turn;
  const draft = anyDraft(turn);
  if (draft === undefined) return;
  const { content } = oracle.drafts.get(draft)!.versions[0]!;
  const row = await ground.database.sql<{ authority_id: string | null }>(
    'select authority_id from ledger_draft where id = $1',
    [draft],
  );
  await api.begin(ground.lead, 'ledger-draft.add', ground.id);
  await version(
    turn,
    draft,
    ground.lead,
    { ...content, effectiveOn: anyDay(random), reason: `Model ${random.between(1, 99)}` },
    row[0]!.authority_id,
  );
}

/** Of the newest drafts, decided ones among them. */
function anyDraft({ oracle, random }: Turn): string | undefined {
  const all = [...oracle.drafts.keys()].slice(-8);
  return all.length > 0 ? random.of(all) : undefined;
}

/** Somebody approves a version, or rejects it: its maker, the same council and an older version now and then. */
async function decide(turn: Turn): Promise<void> {
  const { api, ground, oracle, random, digests } = turn;
  const draft = anyDraft(turn);
  if (draft === undefined) return;
  const known = oracle.drafts.get(draft)!;
  const number = random.between(0, 9) > 0 ? known.versions.length : random.between(1, known.versions.length);
  const isRight = random.between(0, 3) > 0;
  const byHost = known.versions.some(({ authority }) => authority === ground.lead.authority);
  const fits = byHost ? ground.partnerChecker : ground.hostChecker;
  const who = isRight
    ? fits
    : random.of([ground.partnerChecker, ground.hostChecker, ground.partnerAsHost, ground.lead]);
  const proposed: Proposed = { id: draft, digest: digests.get(draft)![number - 1]! };
  await api.begin(who, 'ledger-draft.decide', ground.id);
  if (random.between(0, 7) === 0) return reject(turn, proposed, number, who);
  let ended = await api.ask(insertOutcome, approving(ground, proposed, who, number));
  if ('rows' in ended) ended = await api.commit();
  if (!agreed(turn, 'an approval', ended, oracle.refusesApproval(draft, number, who))) return;
  known.isDecided = true;
  oracle.post(draft, known.versions[number - 1]!.content, NOW);
}

async function reject(
  { api, ground, oracle, ...turn }: Turn,
  draft: Proposed,
  number: number,
  who: Person,
): Promise<void> {
  const known = oracle.drafts.get(draft.id)!;
  const given = [ground.id, draft.id, number, draft.digest, 'rejected', 'Not so', who.authority];
  const ended = await api.ask(insertOutcome, given);
  const refusal = known.isDecided ? 'decided' : number < known.versions.length ? 'an older version' : undefined;
  if (!agreed({ api, ground, oracle, ...turn }, 'a rejection', ended, refusal)) return;
  await api.commit();
  known.isDecided = true;
}

/** What was recorded at some time past, as when an older ledger is brought in; around midnight and both summer times too. */
async function post(turn: Turn): Promise<void> {
  const { admin, ground, oracle, random } = turn;
  const content =
    random.between(0, 3) === 0 ? anyReversal(turn) : anyContent(turn, random.of([null, `${ground.id}-b`]));
  if (!content) return;
  const at = `${anyDay(random)}T${random.of(['00:30', '12:00', '22:30', '23:30'])}:00Z`;
  const id = randomUUID();
  const said = { ...whole(ground.id, content), id, recordedAt: at, recordedBy: 'Model' };
  const ended = await admin.ask('select ledger.post($1)', [JSON.stringify([said])]);
  if (agreed(turn, 'a posting', ended, oracle.refusesEntry(content)))
    oracle.post(id, content, londonDate(Date.parse(at)));
}

const addClosing = `insert into ledger_closing (partnership_id, id, starts_on, why, source)
  values ($1, $2, $3, 'It is over', 'Model') returning frozen`;

/** The next month mostly, at times another. */
async function close(turn: Turn): Promise<void> {
  const { api, ground, oracle, random } = turn;
  const earliest = oracle.entries.map(({ content }) => monthOf(content.effectiveOn)).sort()[0];
  const next = oracle.standing ? nextMonth(oracle.standing.month) : (earliest ?? month(random));
  const which = random.between(0, 4) > 0 ? next : month(random);
  const id = randomUUID();
  const ended = await api.once(ground.lead, 'ledger-closing.add', ground.id, addClosing, [ground.id, id, which]);
  if (!agreed(turn, 'a closing', ended, oracle.refusesClosing(which, TODAY)) || 'refused' in ended) return;
  oracle.close(id, which);
  const frozen = withoutNothing(balancesIn(ended.rows[0]!['frozen'] as string));
  if (!isSame(frozen, oracle.balances(which.replace(/01$/, '31'), null, null)))
    turn.tally.fault(`${turn.about}: frozen of ${which} is ${[...frozen].join(', ')}`);
}

const addReopening = `insert into ledger_reopening (partnership_id, id, closing_id, authority_id, why, source)
  values ($1, $2, $3, $4, 'A bill is missing', 'Model')`;
const addReopeningOutcome = `insert into ledger_reopening_outcome (partnership_id, id, reopening_id, outcome, authority_id, source)
  values ($1, gen_random_uuid(), $2, 'approved', $3, 'Model')`;

async function askReopening(turn: Turn): Promise<void> {
  const { api, ground, oracle, random } = turn;
  const closing = random.between(0, 3) > 0 ? oracle.standing : oracle.closings[0];
  if (!closing) return;
  const who = random.of([ground.partner, ground.hostChecker]);
  const id = randomUUID();
  const given = [ground.id, id, closing.id, who.authority];
  const ended = await api.once(who, 'ledger-reopening.add', ground.id, addReopening, given);
  if (agreed(turn, 'a request to re-open', ended, oracle.refusesAsking(closing.id)))
    oracle.asked.set(id, { closing: closing.id, person: who.person, authority: who.authority, isDecided: false });
}

async function reopen(turn: Turn): Promise<void> {
  const { api, ground, oracle, random } = turn;
  const id = [...oracle.asked.keys()].at(-random.between(1, 2));
  if (id === undefined) return;
  const fits =
    oracle.asked.get(id)!.authority === ground.partner.authority ? ground.hostChecker : ground.partnerChecker;
  const who = random.of([fits, fits, ground.hostChecker, ground.partnerAsHost]);
  const given = [ground.id, id, who.authority];
  const ended = await api.once(who, 'ledger-reopening.decide', ground.id, addReopeningOutcome, given);
  if (agreed(turn, 'a re-opening', ended, oracle.refusesReopening(id, who))) oracle.reopen(id);
}

/** How often of thirty each is drawn. */
const weights: readonly (readonly [number, (turn: Turn) => Promise<void>])[] = [
  [6, propose],
  [2, change],
  [8, decide],
  [7, post],
  [2, close],
  [2, askReopening],
  [3, reopen],
];
export const commands = weights.flatMap(([many, command]) => Array.from({ length: many }, () => command));
