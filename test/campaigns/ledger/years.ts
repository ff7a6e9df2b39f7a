import { randomUUID } from 'node:crypto';
import type { TestDatabase } from '../../support/test-database.js';
import { type Random, randomFrom } from '../random.js';
import type { Slice } from '../slices.js';
import { untilAnswered } from './ask.js';
import type { Ended } from './connections.js';
import type { TwoProcesses } from './ground.js';
import { sleepy } from './lane.js';
import { byWorkers, Tally } from './tally.js';
import { verify } from './verify.js';
import { yearsWrong } from './verify-years.js';
import { must, YearLane } from './year-lane.js';

const LANES = 4;
/** No lane comes past the years that are over. */
const MOST_YEARS = 70;

interface Turn {
  readonly lane: YearLane;
  readonly two: TwoProcesses;
  readonly random: Random;
  readonly tally: Tally;
  readonly about: string;
}

/**
 * Settlements, postings and re-openings against the closing of their year: what was settled is in what was frozen, at the outturn
 * that was frozen, or the year was not closed.
 */
export async function runYears(database: TestDatabase, two: TwoProcesses, seed: number, cases: number): Promise<Slice> {
  const tally = new Tally();
  const each = Math.min(Math.ceil(cases / LANES), MOST_YEARS);
  await byWorkers(LANES, LANES, async (n) => {
    const random = randomFrom(seed * LANES + n);
    const lane = await YearLane.open(database, `years${n}`);
    for (let round = 0; round < each && !tally.isHopeless; round += 1) {
      const [name, race] = races[(round + n) % races.length]!;
      await race({ lane, two, random, tally, about: `${lane.ground.id}, ${lane.year}, ${name}` });
      tally.add(`race of ${name}`);
      lane.move();
    }
    await lane.end();
  });
  for (let n = 0; n < LANES; n += 1) {
    for (const words of await verify(database, `years${n}`)) tally.fault(words);
    for (const words of await yearsWrong(database, `years${n}`)) tally.fault(words);
  }
  return { cases: each * LANES, counts: tally.counts, faults: tally.faults };
}

const hold = (random: Random): number => random.of([0, 0, 1, 2, 4]);
const isDone = (ended: Ended): ended is Extract<Ended, { readonly rows: unknown }> => 'rows' in ended;

/** A year in which something was spent, with its true-up decided to be nil; March is closed unless it is to be raced. */
async function prepared({ lane, random }: Turn, { march = true } = {}) {
  const spent = random.between(1, 5_000);
  await lane.closeMonths();
  must(await (await lane.spend(spent))(0));
  must(await lane.settle(0, 'true-up', null));
  const closed = march ? must(await lane.closeMarch()) : undefined;
  return { spent, calculation: await lane.calculation(spent), closing: closed?.rows[0]?.['id'] as string };
}

/** One of the ways in which it may end; anything else is a fault. */
function mayEnd({ tally, about }: Turn, what: string, ended: Ended, ...refusals: readonly string[]): void {
  tally.add(`${what}: ${isDone(ended) ? 'done' : ended.refused}`);
  if (!isDone(ended) && !refusals.includes(ended.refused)) tally.fault(`${about}, ${what}: ${ended.refused}`);
}

async function after<T>({ random }: Turn, work: (hold: number) => Promise<T>): Promise<T> {
  await sleepy(hold(random));
  return work(hold(random));
}

/** That a settlement is in what was frozen, wherever both are there. */
function mustHold({ tally, about }: Turn, closing: Ended, settlement: Ended): void {
  if (!isDone(closing) || !isDone(settlement)) return;
  const { settlements } = JSON.parse(closing.rows[0]!['frozen'] as string) as { settlements: { settlement: string }[] };
  if (!settlements.some((one) => one.settlement === settlement.rows[0]!['id']))
    tally.fault(`${about}: settled and closed, and what was frozen does not say so`);
}

/** The year cannot be closed before its variance is settled. */
async function settlement(turn: Turn): Promise<void> {
  const { lane } = turn;
  const { calculation } = await prepared(turn);
  const [settled, closed] = await Promise.all([
    after(turn, (held) => lane.settle(1, 'variance', calculation, 'pool', held)),
    after(turn, (held) => lane.close(2, held)),
  ]);
  mayEnd(turn, 'settlement', settled);
  mayEnd(turn, 'closing', closed, 'ledger_year_closing_when_settled');
  mustHold(turn, closed, settled);
  if (!isDone(closed)) mayEnd(turn, 'closing once it is settled', await lane.close(0));
}

/** All that has to be is settled; another fund is too, before the year is closed or not at all. */
async function furtherSettlement(turn: Turn): Promise<void> {
  const { lane } = turn;
  const { calculation } = await prepared(turn);
  must(await lane.settle(0, 'variance', calculation));
  const [settled, closed] = await Promise.all([
    after(turn, (held) => lane.settle(1, 'variance', null, 'other', held)),
    after(turn, (held) => lane.close(2, held)),
  ]);
  mayEnd(turn, 'further settlement', settled, 'ledger_settlement_of_an_open_year');
  mayEnd(turn, 'closing', closed);
  mustHold(turn, closed, settled);
}

/** A year is never closed at another outturn than it was settled at, whichever came first. */
async function otherOutturn(turn: Turn): Promise<void> {
  const { lane } = turn;
  const { spent } = await prepared(turn);
  const other = await lane.calculation(spent + 1);
  const [settled, closed] = await Promise.all([
    after(turn, (held) => lane.settle(1, 'variance', other, 'pool', held)),
    after(turn, (held) => lane.close(2, held)),
  ]);
  mayEnd(turn, 'settlement at another outturn', settled);
  for (const ended of [closed, await lane.close(0)]) {
    if (isDone(ended)) turn.tally.fault(`${turn.about}: closed at another outturn than it was settled at`);
    else mayEnd(turn, 'closing', ended, 'ledger_year_closing_when_settled', 'ledger_year_closing_at_its_outturn');
  }
}

/** Somebody posts to March while March and then the year are closed: posted, the year has another outturn. */
async function posting(turn: Turn): Promise<void> {
  const { lane, random } = turn;
  const { calculation } = await prepared(turn, { march: false });
  must(await lane.settle(0, 'variance', calculation));
  const post = await lane.spend(random.between(1, 5_000));
  const closing = async () => {
    must(await after(turn, (held) => lane.closeMarch(2, held)));
    return lane.close(2, hold(random));
  };
  const [posted, closed] = await Promise.all([after(turn, (held) => post(1, held)), closing()]);
  mayEnd(turn, 'posting', posted, 'ledger_period_takes_no_entry');
  mayEnd(turn, 'closing', closed, 'ledger_year_closing_at_its_outturn');
  if (isDone(posted) === isDone(closed))
    turn.tally.fault(`${turn.about}: posting ${said(posted)}, closing ${said(closed)}`);
}

const said = (ended: Ended): string => (isDone(ended) ? 'done' : ended.refused);

/** March is opened again while the year is closed; then something is posted to it, and the year is not closed at that. */
async function reopening(turn: Turn): Promise<void> {
  const { lane, random } = turn;
  const { calculation, closing } = await prepared(turn);
  must(await lane.settle(0, 'variance', calculation));
  const [open, post] = [await lane.askForMarch(closing), await lane.spend(random.between(1, 5_000))];
  const [opened, closed] = await Promise.all([
    after(turn, (held) => open(1, held)),
    after(turn, (held) => lane.close(2, held)),
  ]);
  mayEnd(turn, 'opening', opened);
  mayEnd(turn, 'closing', closed, 'ledger_year_closing_after_its_months');
  must(await post(0));
  must(await lane.closeMarch());
  const again = await lane.close(0);
  mayEnd(turn, 'closing after a posting', again, 'ledger_year_closing_at_its_outturn');
  if (isDone(again)) turn.tally.fault(`${turn.about}: closed at another outturn after it was opened again`);
}

/** Two who close the same year at once: one does. */
async function twoClosings(turn: Turn): Promise<void> {
  const { lane } = turn;
  const { calculation } = await prepared(turn);
  must(await lane.settle(0, 'variance', calculation));
  const both = await Promise.all([1, 2].map((which) => after(turn, (held) => lane.close(which, held))));
  for (const ended of both) mayEnd(turn, 'one of two closings', ended, 'ledger_year_closing_once');
  if (both.filter(isDone).length !== 1) turn.tally.fault(`${turn.about}: ${both.map(said).join(', ')}`);
}

/** What bills the partner by the year's variance is reversed while the year is closed: it is one or the other. */
async function reversal(turn: Turn): Promise<void> {
  const { lane } = turn;
  const { spent } = await prepared(turn);
  const reverse = await lane.settleAndBill(await lane.calculation(spent, '1.00'));
  const [reversed, closed] = await Promise.all([
    after(turn, (held) => reverse(1, held)),
    after(turn, (held) => lane.close(2, held)),
  ]);
  mayEnd(turn, 'reversal', reversed, 'ledger_entry_settles_an_open_year');
  mayEnd(turn, 'closing', closed, 'ledger_year_closing_when_settled');
  if (isDone(reversed) === isDone(closed))
    turn.tally.fault(`${turn.about}: reversal ${said(reversed)}, closing ${said(closed)}`);
}

/** The same over HTTP: a settlement that pays something back is approved at one process while the year is closed at the other. */
async function overHttp(turn: Turn): Promise<void> {
  const { lane, two, tally, about } = turn;
  const { id, lead, service, partnerChecker } = lane.ground;
  const { spent } = await prepared(turn);
  const send = (part: string, secret: string, body: object) =>
    untilAnswered(
      () => `${two.turn()}/api/v1/partnerships/${id}/${part}`,
      { secret, body: { source: 'Campaign', ...body }, key: randomUUID() },
      (how) => tally.add(how),
    );
  const forecast = `${Math.floor(spent / 100)}.${String(spent % 100).padStart(2, '0')}`;
  const document = {
    ...{ period: lane.year, partners: [{ id: `${id}-a`, role: 'host' }, { id: `${id}-b` }] },
    ...{ budget: '100.00', forecast, underspend: [{ kind: 'return', basis: { kind: 'equal' } }] },
  };
  const asked = { kind: 'variance', document, year: lane.year, why: 'For the year end' };
  const { body: calculation } = await send('calculations', service.secret, asked);
  const { body: settled, text } = await send('ledger/settlements', lead.secret, {
    ...{ kind: 'variance', financialYear: lane.year, calculation: calculation.id, decision: lane.decision },
    ...{ effectiveOn: lane.nextYear, why: 'As decided' },
  });
  const draft = settled.entries?.[0]?.draft as string | undefined;
  if (draft === undefined) {
    tally.fault(`${about}: ${text}`);
    return;
  }
  const [{ digest }] = must({ rows: await lane.ground.database.sql(newestVersion, [id, draft]) }).rows as [
    { digest: string },
  ];
  const [approved, closed] = await Promise.all([
    after(turn, () => send(`ledger/drafts/${draft}/approvals`, partnerChecker.secret, { digest })),
    after(turn, () => send('ledger/year-closings', lead.secret, { financialYear: lane.year, why: 'It is settled' })),
  ]);
  tally.add(`closing over HTTP: ${closed.status === 201 ? 'done' : closed.code}`);
  if (approved.status !== 200) tally.fault(`${about}, approval: ${approved.text}`);
  if (closed.status !== 201 && closed.code !== 'not-settled') tally.fault(`${about}, closing: ${closed.text}`);
  if (closed.status !== 201) {
    mayEnd(turn, 'closing once it is settled', await lane.close(0));
    return;
  }
  mustHold(turn, { rows: [closed.body] }, { rows: [settled] });
}

const newestVersion = `select digest from ledger_draft_version where partnership_id = $1 and draft_id = $2
  order by number desc limit 1`;

const races: readonly (readonly [string, (turn: Turn) => Promise<void>])[] = [
  ['a settlement and a closing', settlement],
  ['a further settlement and a closing', furtherSettlement],
  ['a settlement at another outturn and a closing', otherOutturn],
  ['a further settlement and a closing', furtherSettlement],
  ['a posting and the closings of March and its year', posting],
  ['a re-opening of March and a closing', reopening],
  ['two closings', twoClosings],
  ['a reversal of what was settled and a closing', reversal],
  ['an approval and a closing over HTTP', overHttp],
];
