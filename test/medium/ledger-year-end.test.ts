import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, type Json, startApp, type TestApp } from '../support/app.js';
import { added, made, smallPartnership } from '../support/partnership.js';
import { recordedTwoDaysAgo } from '../support/recorded-earlier.js';
import { countedIn, people, settledBySql } from '../support/settled-by-sql.js';

type Person = Awaited<ReturnType<TestApp['as']>>;
let app: TestApp;
let lead: Person;
let partner: Person;
let officer: Person;
let decision: string;
const base = '/api/v1/partnerships/one';
const settlements = `${base}/ledger/settlements`;
const year = '2024-25';
const counted = (a: string, b: string) => countedIn(year, a, b);

const calculated = async (kind: string, document: object, of: object = { year }): Promise<Json> =>
  added(app, 'partnerships/one/calculations', { kind, document, why: 'For the year end', ...of });
const decided = async (given: object = {}): Promise<string> =>
  (
    await added(app, 'partnerships/one/decisions', {
      ...{ body: 'Board', reference: `${Math.random()}`, takenOn: '2025-06-12', title: 'It', outcome: 'approved' },
      ...{ approves: 'budget', ...given },
    })
  ).id;
const settle = (given: object, who: Person = lead): Promise<Answer> =>
  who.post(settlements, { ...made, financialYear: year, decision, why: 'As settled', ...given });
const refusal = ({ status, body }: Answer) => [status, body.errors?.[0]?.pointer, body.errors?.[0]?.code];
const already = [409, '/calculation', 'already-recorded'];
const elsewhere = [409, '/fund', 'another-fund'];
const approve = async (draft: string, who: Person = partner): Promise<Answer> => {
  const { body } = await app.http.get(`${base}/ledger/drafts/${draft}`);
  return who.post(`${base}/ledger/drafts/${draft}/approvals`, { ...made, digest: body.digest });
};
const reject = async (draft: string): Promise<Answer> => {
  const { body } = await app.http.get(`${base}/ledger/drafts/${draft}`);
  return partner.post(`${base}/ledger/drafts/${draft}/rejections`, { ...made, digest: body.digest, reason: 'Not yet' });
};
const rejectAll = async ({ entries }: Json): Promise<void> => {
  for (const { draft } of entries) expect((await reject(draft)).status).toBe(200);
};
const settled = async (id: string): Promise<Json> => (await app.http.get(`${settlements}/${id}`)).body;

beforeAll(async () => {
  app = await startApp();
  await smallPartnership(app, 'one');
  const as = (role: 'finance-lead' | 'finance-officer', authority: string) =>
    app.as({ role, partnership: 'one', authority });
  [lead, partner] = [await as('finance-lead', 'one-a'), await as('finance-officer', 'one-b')];
  officer = await app.as({ role: 'lead-officer', partnership: 'one', authority: 'one-b' });
  decision = await decided();
});
afterAll(() => app.stop());

describe('a true-up of a year', () => {
  let recorded: Json;
  let trueUp: Json;
  let answer: Answer;
  beforeAll(async () => {
    recorded = await calculated('shares', counted('60', '40'));
    trueUp = await calculated('true-up', { recorded: { calculation: recorded.id }, later: counted('50', '50') });
    answer = await settle({ kind: 'true-up', calculation: trueUp.id });
  });

  it('proposes a further contribution or a rebate for each partner, in the name of the calculation and the decision', async () => {
    expect([answer.status, answer.body.state]).toEqual([201, 'proposed']);
    expect(answer.body.entries.map(({ kind, authority, lines }: Json) => [kind, authority, lines[0].amount])).toEqual([
      ['contribution', 'one-b', '100.00'],
      ['rebate', 'one-a', '100.00'],
    ]);
    const { body: draft } = await app.http.get(`${base}/ledger/drafts/${answer.body.entries[0].draft}`);
    expect(draft).toMatchObject({ decision, settlement: answer.body.id, effectiveOn: '2025-03-31', state: 'proposed' });
    expect(draft.source).toBe(`Recorded calculation ${trueUp.id}, answer ${trueUp.answerDigest}`);
    expect((await app.http.get(`${base}/ledger/entries/${draft.id}`)).status).toBe(404);
    const change = { ...made, effectiveOn: '2025-03-31', reason: 'Less', amount: '1.00' };
    expect(refusal(await lead.post(`${base}/ledger/drafts/${draft.id}/versions`, change))).toEqual([
      ...[409, '/amount', 'settled'],
    ]);
  });

  it('is refused when it is proposed again, and where it begins at nothing recorded', async () => {
    expect(refusal(await settle({ kind: 'true-up', calculation: trueUp.id }))).toEqual(already);
    const same = await calculated('true-up', { recorded: { calculation: recorded.id }, later: counted('45', '55') });
    expect(refusal(await settle({ kind: 'true-up', calculation: same.id }))).toEqual(already);
    const typed = await calculated('true-up', { recorded: counted('60', '40'), later: counted('50', '50') });
    expect(refusal(await settle({ kind: 'true-up', calculation: typed.id }))).toEqual([
      ...[409, '/calculation', 'not-recorded'],
    ]);
    expect(refusal(await settle({ kind: 'true-up' }))).toEqual(already);
    for (const { id } of [trueUp, same])
      expect(refusal(await settle({ kind: 'true-up', calculation: id, fund: 'other' }))).toEqual(elsewhere);
  });

  it('is posted once somebody of another council approves each, and is a bill like any other', async () => {
    for (const { draft } of answer.body.entries) {
      expect(refusal(await approve(draft, lead))).toEqual([409, '/digest', 'entered-by-you']);
      expect((await approve(draft)).status).toBe(200);
    }
    expect(await settled(answer.body.id)).toMatchObject({
      state: 'settled',
      entries: [{ state: 'approved' }, { state: 'approved' }],
    });
    const { body: bill } = await app.http.get(`${base}/contributions/${answer.body.entries[0].draft}`);
    expect(bill).toMatchObject({ authority: 'one-b', amount: '100.00', dueOn: '2025-03-31' });
    expect(await app.database.sql(`select * from ledger.faults('one')`)).toEqual([]);
  });

  it('goes on from where the one before ended', async () => {
    const later = await calculated('shares', counted('50', '50'));
    const next = await calculated('true-up', { recorded: { calculation: later.id }, later: counted('45', '55') });
    const { status, body } = await settle({ kind: 'true-up', calculation: next.id });
    expect([status, body.number, body.entries.length]).toEqual([201, 2, 2]);
    await rejectAll(body);
    expect((await settled(body.id)).state).toBe('undone');
    expect((await settle({ kind: 'true-up', calculation: next.id })).status).toBe(201);
  });

  it('is refused where its days were trued up among others, however they are said', async () => {
    for (const within of [year, { from: '2024-04-01', until: '2024-10-01' }]) {
      const [was, is] = [counted('60', '40'), counted('50', '50')].map((document) => ({ ...document, within }));
      const part = await calculated('shares', was as object);
      const next = await calculated('true-up', { recorded: { calculation: part.id }, later: is });
      expect(refusal(await settle({ kind: 'true-up', calculation: next.id }))).toEqual(already);
    }
  });

  it('is refused where nobody bears a part of it, with what the board has to decide', async () => {
    const freeze = { kind: 'freeze', until: '2030-01-01', amounts: { 'one-a': '500.00', 'one-b': '499.00' } };
    const frozen = counted('50', '50');
    const later = { ...frozen, pots: frozen.pots.map((pot) => ({ ...pot, adjust: [freeze] })) };
    const open = await calculated('true-up', { recorded: { calculation: recorded.id }, later });
    const refused = await settle({ kind: 'true-up', calculation: open.id, fund: 'other' });
    expect(refusal(refused)).toEqual([422, '/calculation', 'undetermined']);
    expect(refused.body.errors[0].detail).toContain('The board has to decide who does');
  });
});

describe('a variance of a year', () => {
  const document = (more: object = {}) => ({
    ...{ period: year, partners: people, budget: '1000.00', forecast: '900.00', overspend: [] },
    underspend: [
      { kind: 'carry-forward', limit: { amount: '25.00' } },
      { kind: 'return', basis: { kind: 'equal' }, limit: { amount: '60.01' } },
      { kind: 'reserve' },
    ],
    ...more,
  });

  it('is settled by a decision that approved it after the year, of that year and kind, once the year is over', async () => {
    const { id } = await calculated('variance', document());
    const early = await decided({ takenOn: '2025-03-31' });
    const refusedBy = await decided({ outcome: 'refused' });
    const asked = { kind: 'variance', calculation: id };
    expect(refusal(await settle({ ...asked, decision: early }))).toEqual([409, '/decision', 'not-decided']);
    expect(refusal(await settle({ ...asked, decision: refusedBy }))).toEqual([409, '/decision', 'not-decided']);
    expect(refusal(await settle({ ...asked, kind: 'true-up' }))).toEqual([422, '/calculation', 'not-there']);
    expect(refusal(await settle({ ...asked, financialYear: '2023-24' }))).toEqual([
      ...[409, '/calculation', 'another-year'],
    ]);
    expect(refusal(await settle({ ...asked, effectiveOn: '2025-03-30' }))).toEqual([
      ...[422, '/effectiveOn', 'before-the-end'],
    ]);
    const nil = { kind: 'variance', financialYear: '2098-99', effectiveOn: '2099-03-31' };
    expect(refusal(await settle(nil))).toEqual([409, '/financialYear', 'not-over']);
    expect((await settle(asked, partner)).status).toBe(403);
  });

  it('is refused where something is undetermined, with what the board has to decide', async () => {
    const { id } = await calculated('variance', document({ underspend: [{ kind: 'refer' }] }));
    const refused = await settle({ kind: 'variance', calculation: id });
    expect(refusal(refused)).toEqual([422, '/calculation', 'undetermined']);
    expect(refused.body.errors[0].detail).toMatch(
      /^£100.00 is undetermined .*The board has to decide who bears or gets it/,
    );
  });

  it('is posted exactly as it was calculated: rebates, what is carried forward, and the reserve', async () => {
    const { id } = await calculated('variance', document());
    const { status, body } = await settle({ kind: 'variance', calculation: id });
    expect([status, body.entries.map(({ kind }: Json) => kind)]).toEqual([201, ['reserve', 'variance']]);
    for (const { draft } of body.entries) expect((await approve(draft)).status).toBe(200);
    const { body: position } = await app.http.get(`${base}/ledger/position?asAt=2025-03-31`);
    expect(position.funds[0]).toMatchObject({ reserve: '14.99', carriedForward: '25.00', variance: '-100.00' });
    expect(position.partners.map(({ rebated }: Json) => rebated)).toEqual(['130.01', '30.00']);
    expect(position.checks.every(({ holds }: Json) => holds)).toBe(true);
    expect(await app.database.sql(`select * from ledger.faults('one')`)).toEqual([]);
    expect(refusal(await settle({ kind: 'variance', calculation: id }))).toEqual(already);
    expect(refusal(await settle({ kind: 'variance', calculation: id, fund: 'other' }))).toEqual(elsewhere);
    const { body: entry } = await app.http.get(`${base}/ledger/entries/${body.entries[1].draft}`);
    expect(entry).toMatchObject({ kind: 'variance', decision, checked: true });
  });

  it('lets nobody propose those kinds otherwise, nor say anything else than was calculated', async () => {
    const plain = { ...made, kind: 'variance', effectiveOn: '2025-03-31', reason: 'So', amount: '1.00', decision };
    expect(refusal(await lead.post(`${base}/ledger/drafts`, plain))).toEqual([422, '/kind', 'not-a-choice']);
    const { id } = await calculated('variance', document());
    const adding = (draft: object | undefined, changed: object = {}) =>
      settledBySql(app.database, lead.ticket, { year, calculation: id, decision, draft, changed });
    const constraint = (name: string) => ({ constraint: name });
    await expect(adding(undefined)).rejects.toMatchObject(constraint('ledger_settlement_proposes_all'));
    await expect(adding({})).rejects.toMatchObject(constraint('ledger_settlement_proposes_all'));
    const other = {
      lines: [
        { account: 'receivable', authority: 'one-b', line: null, pence: '1' },
        { account: 'variance', authority: null, line: null, pence: '-1' },
      ],
    };
    for (const changed of [other, { decision: null }, { source: 'Somebody' }, { effectiveOn: '2025-04-01' }]) {
      await expect(adding({}, changed)).rejects.toMatchObject(constraint('ledger_draft_version_says_what_was_settled'));
    }
  });
});

describe('the closing of a year', () => {
  const close = (who: Person = lead) =>
    who.post(`${base}/ledger/year-closings`, { ...made, financialYear: year, why: 'Settled by the board' });
  const closeMarch = async (): Promise<Json> =>
    (await lead.post(`${base}/ledger/closings`, { ...made, startsOn: '2025-03-01', why: 'Over' })).body;
  const openMarch = async (closing: unknown): Promise<void> => {
    const { body } = await lead.post(`${base}/ledger/reopenings`, { ...made, closing, why: 'A bill came late' });
    expect((await officer.post(`${base}/ledger/reopenings/${body.id}/approvals`, made)).status).toBe(200);
  };
  const statement = async (of: string): Promise<Json> => (await app.http.get(`${base}/ledger/year-end/${of}`)).body;
  const march30 = { ...made, effectiveOn: '2025-03-30' };
  let march: Json;
  /** A true-up of another fund that counts for the year after, of which one draft reverses an entry. */
  const training: Record<'settled' | 'reversal' | 'later', Json> = { settled: {}, reversal: {}, later: {} };
  const reverse = (which = 0): Promise<Answer> =>
    lead.post(`${base}/ledger/drafts`, {
      ...{ ...made, kind: 'reversal', reverses: training.settled.entries[which].draft, reason: 'Wrong' },
      effectiveOn: '2025-04-02',
    });
  const settleTraining = async (fund: string, was: string, is: string): Promise<Json> => {
    const recorded = await calculated('shares', counted(was, '100'));
    const later = counted(is, '100');
    const trueUp = await calculated('true-up', { recorded: { calculation: recorded.id }, later });
    return (await settle({ kind: 'true-up', calculation: trueUp.id, fund, effectiveOn: '2025-04-02' })).body;
  };

  it('waits for its months, for what is proposed, and for the outturn at which it was settled', async () => {
    expect(refusal(await close())).toEqual([409, '/financialYear', 'months-open']);
    march = await closeMarch();
    expect(refusal(await close())).toEqual([409, '/financialYear', 'not-settled']);
    const { body: waiting } = await app.http.get(`${settlements}?state=proposed`);
    for (const { draft } of waiting.items[0].entries) {
      expect(refusal(await approve(draft))).toEqual([409, '/effectiveOn', 'period-closed']);
    }
    await rejectAll(waiting.items[0]);
    const refused = await close();
    expect(refusal(refused)).toEqual([409, '/financialYear', 'another-outturn']);
    expect(refused.body.errors[0].detail).toContain(
      'the fund pool spent £0.00 of a budget of £(none), and was settled at £900.00 of £1000.00',
    );
  });

  it('freezes what it comes to once all is settled at its outturn, and takes no further settlement', async () => {
    await openMarch(march.id);
    const spending = { ...march30, kind: 'spending', line: 'staffing', reason: 'The year', amount: '900.00' };
    const { body: draft } = await lead.post(`${base}/ledger/drafts`, spending);
    expect((await approve(draft.id)).status).toBe(200);
    training.settled = await settleTraining('training', '70', '65');
    for (const { draft: each } of training.settled.entries) expect((await approve(each)).status).toBe(200);
    training.later = await settleTraining('venues', '80', '85');
    training.reversal = (await reverse()).body;
    march = await closeMarch();
    expect((await close(partner)).status).toBe(403);
    const early = await close();
    expect(refusal(early)).toEqual([409, '/financialYear', 'not-settled']);
    expect(early.body.errors[0].detail).toContain('Settle the true-up of the fund venues');
    await rejectAll(training.later);
    const { status, body } = await close();
    expect([status, body.stands, body.closing, body.number]).toEqual([201, true, march.id, 1]);
    expect(body.balances).toEqual(march.balances);
    const said = JSON.parse(body.frozen);
    expect(said.months).toEqual([{ month: '2025-03', closing: march.id, digest: march.digest }]);
    expect(said.settlements.map(({ kind }: Json) => kind)).toEqual(['true-up', 'true-up', 'variance']);
    expect(refusal(await close())).toEqual([409, '/financialYear', 'already-recorded']);
    expect(refusal(await settle({ kind: 'true-up', fund: 'other' }))).toEqual([409, '/financialYear', 'year-closed']);
    const lines = [{ line: 'staffing', name: 'Staffing', amount: '900.00' }];
    const budget = { ...made, financialYear: year, kind: 'original', from: '2024-04-01', decision, lines };
    expect(refusal(await lead.post(`${base}/ledger/budgets`, budget))).toEqual([409, '/financialYear', 'year-closed']);
  });

  it('keeps what it was settled at, on whichever day a reversal counts, until it is opened again', async () => {
    const proposed = await reverse();
    expect(refusal(proposed)).toEqual([409, '/reverses', 'year-closed']);
    expect(proposed.body.errors[0].detail).toContain('Have March 2025 re-opened by two councils first');
  });

  it('and is told so by the database, of what was proposed before', async () => {
    const refused = await approve(training.reversal.id);
    expect(refusal(refused)).toEqual([409, '/digest', 'year-closed']);
    expect(refused.body.errors[0].detail).toContain(`The year ${year} is closed at what it was settled at`);
    expect((await settled(training.settled.id)).state).toBe('settled');
  });

  it('is told by the statement of the year, which foots, and the next year opens with what it closed at', async () => {
    const told = await statement(year);
    expect(told).toMatchObject({
      state: 'closed',
      asAt: '2025-03-31',
      checked: true,
      closed: { id: expect.any(String) },
    });
    expect(told.months.filter(({ closing }: Json) => closing !== null)).toEqual([
      { startsOn: '2025-03-01', closing: march.id, digest: march.digest },
    ]);
    const [fund] = told.funds;
    expect(fund.account).toEqual({
      ...{ contributed: '0.00', granted: '0.00', inKind: '0.00', spent: '900.00' },
      ...{ under: '-900.00', settled: '-100.00', budget: null, variance: null },
    });
    expect(fund.partners[1]).toMatchObject({
      partner: 'one-b',
      owedBefore: '0.00',
      billed: '100.00',
      rebated: '30.00',
      owedAfter: '70.00',
    });
    expect(fund.closing).toEqual({
      cash: '-900.00',
      owed: '-60.01',
      reserve: '14.99',
      carriedForward: '25.00',
      unsettled: '-1000.00',
    });
    expect(told.checks.filter(({ holds }: Json) => !holds)).toEqual([]);
    expect(told.checks.map(({ check }: Json) => check).join(' ')).toBe(
      'year-foots balance-foots bills-foot cash-foots in-kind-foots closes-as-frozen settled-at-outturn',
    );
    const next = await statement('2025-26');
    expect(next.funds[0].opening).toEqual(fund.closing);
    expect(next).toMatchObject({ state: 'open', openedWith: told.closed });
    expect(next.checks.find(({ check }: Json) => check === 'opens-as-frozen').holds).toBe(true);
    expect((await app.http.get(`${base}/ledger/year-end/2025-27`)).status).toBe(404);
    for (const end of ['1900-01', '2198-99']) expect((await statement(end)).state).toBe('open');
    expect(refusal(await app.http.get(`${base}/ledger/year-end/${year}?fund=A`))).toEqual([
      ...[422, undefined, 'bad-parameter'],
    ]);
  });

  it('is a file too, a row for each figure', async () => {
    const { text, headers } = await app.http.get(`${base}/ledger/year-end/${year}/all.csv`);
    expect(headers['content-disposition']).toBe(`attachment; filename="one-year-end-${year}.csv"`);
    expect(text).toContain('\r\npartner,pool,one-b,,owedAfter,70.00,\r\n');
    expect((await app.http.get(`${base}/ledger/year-end/${year}/all.xlsx`)).status).toBe(200);
  });

  const known: Record<string, Json> = {};

  it('is undone by two councils who have its last month opened again, and told ever after', async () => {
    await recordedTwoDaysAgo(app.database);
    for (const each of [year, '2025-26']) known[each] = await statement(each);
    await openMarch(march.id);
    const grant = { ...march30, kind: 'grant', line: 'staffing', reason: 'Late', amount: '5.00' };
    const { body: draft } = await lead.post(`${base}/ledger/drafts`, grant);
    expect((await approve(draft.id)).status).toBe(200);
    expect((await approve(training.reversal.id)).status).toBe(200);
    expect((await settled(training.settled.id)).state).toBe('in-part');
    expect((await statement(year)).state).toBe('open');
    march = await closeMarch();
    const half = await close();
    expect(half.body.errors[0].detail).toContain('Settle the true-up of the fund training');
    expect((await approve((await reverse(1)).body.id)).status).toBe(200);
    expect((await settled(training.settled.id)).state).toBe('undone');
    const { status, body } = await close();
    expect([status, body.number]).toEqual([201, 2]);
    const told = await statement(year);
    expect([told.state, told.reopened.length]).toEqual(['closed', 2]);
    const { body: all } = await app.http.get(`${base}/ledger/year-closings?financialYear=${year}`);
    expect(all.items.map(({ number, stands }: Json) => [number, stands]).sort()).toEqual([
      [1, false],
      [2, true],
    ]);
    const { text } = await app.http.get(`${base}/ledger/year-closings/${told.closed.id}/all.csv`);
    expect(text.split('\r\n')[1]).toContain(`,${told.closed.id},${year},2,`);
  });

  it('is told as it was known at the end of any day, with what was frozen by then', async () => {
    const [{ day }] = (await app.database.sql<{ day: string }>(
      `select ((now() at time zone 'Europe/London')::date - 1)::text as day`,
    )) as [{ day: string }];
    const asKnown = (of: string, at: string) => statement(`${of}?knownAt=${at}`);
    for (const each of [year, '2025-26']) expect(await asKnown(each, day)).toEqual({ ...known[each], knownAt: day });
    const now = await statement(year);
    expect([now.closed.id === known[year]!.closed.id, now.reopened.length]).toEqual([false, 2]);
    expect(now.funds[0].account.granted).toBe('5.00');
    expect(now.checks.filter(({ holds }: Json) => !holds)).toEqual([]);
    expect(await asKnown(year, '2199-12-31')).toEqual({ ...now, knownAt: '2199-12-31' });
    const nothing = await asKnown(year, '2000-01-01');
    expect(nothing).toMatchObject({ state: 'open', closed: null, openedWith: null, settlements: [], reopened: [] });
    expect(nothing.funds[0].closing).toMatchObject({ cash: '0.00', owed: '0.00', reserve: '0.00' });
    const of = `${base}/ledger/year-end/${year}`;
    expect((await app.http.get(`${of}/all.csv?knownAt=${day}`)).text).toContain(`known-at,,,,knownAt,,${day}`);
    for (const query of ['asAt=2025-03-31', 'knownAt=2025-02-30', 'when=now'])
      expect(refusal(await app.http.get(`${of}?${query}`))).toEqual([422, undefined, 'bad-parameter']);
  });
});
