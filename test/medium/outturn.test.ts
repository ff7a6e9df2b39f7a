import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exampleSchedule } from '../../src/features/shared/example-schedule.js';
import { type Json, startApp, type TestApp } from '../support/app.js';
import { added, made, smallPartnership } from '../support/partnership.js';

let app: TestApp;
type Person = Awaited<ReturnType<TestApp['as']>>;
let lead: Person;
let partner: Person;
let decision: string;
const ledger = 'partnerships/one/ledger';
const financialYear = '2025-26';
const months = ['2025-12-01', '2026-01-01', '2026-02-01', '2026-03-01'];

beforeAll(async () => {
  app = await startApp();
  await smallPartnership(app, 'one');
  lead = await app.as({ role: 'finance-lead', partnership: 'one', authority: 'one-a' });
  partner = await app.as({ role: 'lead-officer', partnership: 'one', authority: 'one-b' });
  const given = { authority: 'one-a', body: 'Board', reference: '1', takenOn: '2025-01-01', outcome: 'approved' };
  decision = (await added(app, 'partnerships/one/decisions', { ...given, approves: 'budget', title: 'Budget' })).id;
  await agreed();
  await budget('original', '2025-04-01', { staffing: '1000.00', premises: '200.00' });
  await spent('2025-05-12', 'staffing', '400.00');
  await spent('2025-11-30', 'premises', '50.00');
  await spent('2025-12-02', 'staffing', '70.00');
  for (const startsOn of ['2025-04-01', '2025-05-01']) await closed(startsOn);
});
afterAll(() => app.stop());

/** Two councils: an overspend first from a reserve, then shared equally; an underspend returned equally. Premises are one-b's alone. */
async function agreed(): Promise<void> {
  const schedule = exampleSchedule(financialYear);
  const partners = schedule.partners.map((one, at) => ({ ...one, id: at === 0 ? 'one-a' : 'one-b' }));
  const percent = { 'one-a': '59', 'one-b': '41' };
  const lines = [
    { id: 'staffing', amount: '1000.00' },
    { id: 'premises', amount: '200.00', only: 'one-b' },
  ];
  const pots = schedule.pots.map((pot) => ({ ...pot, lines, basis: { ...pot.basis, percent } }));
  const equal = { kind: 'equal' };
  const share = { kind: 'share', basis: equal, limit: { amount: '60.00' } };
  const ladders = { overspend: [share, { kind: 'refer' }], underspend: [{ kind: 'return', basis: equal }] };
  const agreement = await added(app, 'partnerships/one/agreements', { title: 'Agreement', from: '2025-04-01' });
  await added(app, 'partnerships/one/agreement-versions', {
    ...{ agreement: agreement.id, decision, from: '2025-04-01', until: '2026-04-01' },
    ...{ schedule: { ...schedule, partners, pots }, ladders },
  });
}

async function budget(kind: string, from: string, lines: Readonly<Record<string, string>>): Promise<void> {
  const given = Object.entries(lines).map(([line, amount]) => ({ line, name: line.toUpperCase(), amount }));
  await added(app, `${ledger}/budgets`, { financialYear, kind, from, decision, lines: given });
}
async function spent(effectiveOn: string, line: string, amount: string): Promise<void> {
  const draft = { ...made, kind: 'spending', line, amount, effectiveOn, reason: 'Spent' };
  const { body } = await lead.post(`/api/v1/${ledger}/drafts`, draft);
  const { status, text } = await partner.post(`/api/v1/${ledger}/drafts/${body.id}/approvals`, {
    ...{ ...made, digest: body.digest },
  });
  if (status !== 200) throw new Error(text);
}
const closed = (startsOn: string) => added(app, `${ledger}/closings`, { startsOn, why: 'It is over' });
async function forecast(report: string, madeOn: string, given: object): Promise<string> {
  return (await added(app, `${ledger}/forecasts`, { financialYear, report, madeOn, ...given })).id;
}
const rows = (line: string, amount: string) => months.map((month) => ({ line, month, amount }));
const outturn = async (query = ''): Promise<Json> =>
  (await app.http.get(`/api/v1/${ledger}/outturn/${financialYear}${query}`)).body;
const variance = (query = '') => app.http.get(`/api/v1/${ledger}/variance/${financialYear}${query}`);
const figures = ({ lines }: Json) =>
  lines.map(({ line, budget: of, actual, since, committed, forecast: to, outturn: all, variance: by }: Json) =>
    [line, of, actual, since, committed, to, all, by].join(' '),
  );

describe('the outturn of a year', () => {
  it('is what was spent to the last closed month and what the newest report forecasts after it', async () => {
    expect((await variance()).status).toBe(404);
    const before = await outturn();
    expect([before.report, before.actualsTo]).toEqual([null, '2025-05-01']);
    await forecast('Month 8', '2025-12-08', { rows: [...rows('staffing', '160.00'), ...rows('premises', '40.00')] });
    expect(figures(await outturn())).toEqual([
      'premises 200.00 0.00 50.00 0.00 160.00 160.00 -40.00',
      'staffing 1000.00 400.00 70.00 0.00 640.00 1040.00 40.00',
    ]);
    const body = await outturn();
    expect(body.total).toMatchObject({ budget: '1200.00', actual: '400.00', outturn: '1200.00', variance: '0.00' });
    expect(body.checks.map(({ check, holds }: Json) => `${check} ${holds}`)).toEqual([
      ...[
        'budget-foots true',
        'actual-foots true',
        'committed-foots true',
        'forecast-foots true',
        'outturn-foots true',
      ],
      'every-month-forecast false',
    ]);
  });

  it('counts actual spending to the month that the report states, orders by what is left of them, and budgets from their day', async () => {
    const id = await forecast('Month 8, put right', '2025-12-09', {
      ...{ actualsTo: '2025-11-01', rows: [...rows('staffing', '180.00'), ...rows('premises', '40.00')] },
    });
    const order = { line: 'staffing', amount: '30.00', supplier: 'Agency', reference: '1', what: 'Cover' };
    await added(app, `${ledger}/commitments`, { ...order, orderedOn: '2025-12-20', expectedIn: '2026-01-01' });
    await budget('virement', '2026-01-01', { staffing: '1020.00', premises: '180.00' });
    const now = [
      'premises 180.00 50.00 0.00 0.00 160.00 210.00 30.00',
      'staffing 1020.00 400.00 70.00 30.00 720.00 1120.00 100.00',
    ];
    expect(figures(await outturn())).toEqual(now);
    expect((await outturn()).checks.every(({ holds }: Json) => holds)).toBe(true);
    expect(figures(await outturn('?asAt=2025-12-10'))).toEqual([
      'premises 200.00 50.00 0.00 0.00 160.00 210.00 10.00',
      'staffing 1000.00 400.00 70.00 0.00 720.00 1120.00 120.00',
    ]);
    expect((await outturn('?asAt=2025-12-08')).report.report).toBe('Month 8');
    expect((await outturn(`?report=${id}`)).report.id).toBe(id);
    const nothing = await outturn('?knownAt=2020-01-01');
    expect([nothing.lines, nothing.report, nothing.total.budget]).toEqual([[], null, '0.00']);
    expect((await outturn('?fund=other')).lines).toEqual([]);
    const { text } = await partner.get(`/api/v1/${ledger}/outturn/${financialYear}/all.csv`);
    expect(text).toContain('staffing,STAFFING,1020.00,400.00,70.00,30.00,720.00,1120.00,100.00,2025-26,pool,');
  });

  it('is refused with what is wrong in what is asked', async () => {
    const faults = async (query: string) => {
      const { status, body } = await app.http.get(`/api/v1/${ledger}/outturn/${financialYear}${query}`);
      return [status, body.errors?.[0]?.parameter];
    };
    expect(await faults('?report=x')).toEqual([422, 'report']);
    expect(await faults('?year=x')).toEqual([422, 'year']);
    expect(await faults('?report=11111111-1111-4111-8111-111111111111')).toEqual([404, undefined]);
    expect((await app.http.get(`/api/v1/${ledger}/outturn/2025`)).status).toBe(404);
  });
});

describe('the projected variance of a year', () => {
  it('goes down the agreement’s own ladder, to the penny, and is posted nowhere', async () => {
    const { status, body } = await variance();
    expect(status).toBe(200);
    expect(body).toMatchObject({
      standing: 'projected',
      complete: true,
      agreementVersion: { number: 1, versionsInYear: 1 },
    });
    expect(body.says).toContain('past the budget by £130.00. £40.00 of it nobody bears');
    expect(body.says).toContain('Nothing of this is posted');
    expect(body.partners.map(({ partner: who, amount }: Json) => `${who} ${amount}`)).toEqual([
      ...['one-a 30.00', 'one-b 60.00'],
    ]);
    expect(body.calculation.steps.map(({ kind, took }: Json) => `${kind} ${took}`)).toEqual([
      ...['only 30.00', 'share 60.00', 'refer 0.00'],
    ]);
    expect(body.calculation.checks.every(({ holds }: Json) => holds)).toBe(true);
    const { text } = await partner.get(`/api/v1/${ledger}/variance/${financialYear}/all.csv`);
    expect(text).toContain('2025-26,pool,one-b,60.00,projected,');
    expect(text).toContain('2025-26,pool,,40.00,projected,');
    const { body: position } = await app.http.get(`/api/v1/${ledger}/position`);
    expect(position.funds[0].variance).toBe('0.00');
  });

  it('can be recorded as it is, and follows each report', async () => {
    const { body } = await variance();
    const recorded = await added(app, 'partnerships/one/calculations', {
      ...{ kind: 'variance', why: 'For the board', document: body.document },
    });
    expect([recorded.digest, recorded.agreementVersion]).toEqual([body.calculation.digest, body.agreementVersion.id]);
    const earlier = (await outturn('?asAt=2025-12-08')).report.id;
    const { body: then } = await variance(`?report=${earlier}`);
    expect(then.complete).toBe(false);
    expect(then.calculation.variance).toBe('0.00');
    expect((await variance('?cause=luck')).status).toBe(422);
    expect((await variance('?asAt=2025-04-02')).status).toBe(404);
  });
});
