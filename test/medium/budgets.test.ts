import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, type Json, startApp, type TestApp } from '../support/app.js';
import { added, made, smallPartnership } from '../support/partnership.js';

let app: TestApp;
type Person = Awaited<ReturnType<TestApp['as']>>;
let lead: Person;
let decision: string;
const ledger = 'partnerships/one/ledger';
const year = { financialYear: '2026-27', from: '2026-04-01' };

beforeAll(async () => {
  app = await startApp();
  await smallPartnership(app, 'one');
  lead = await app.as({ role: 'finance-lead', partnership: 'one', authority: 'one-a' });
  decision = await decided('1', 'approved');
});
afterAll(() => app.stop());

async function decided(reference: string, outcome: string): Promise<string> {
  const given = { authority: 'one-a', body: 'Board', reference, takenOn: '2026-03-01', outcome, approves: 'budget' };
  return (await added(app, 'partnerships/one/decisions', { ...given, title: 'Budget' })).id;
}
const line = (id: string, amount: string) => ({ line: id, name: id.toUpperCase(), amount });
const budget = (given: object, who: Pick<Person, 'post'> = lead): Promise<Answer> =>
  who.post(`/api/v1/${ledger}/budgets`, { ...made, ...year, kind: 'original', decision, ...given });
const refusal = ({ status, body }: Answer) => [status, body.errors?.[0]?.pointer, body.errors?.[0]?.code];
const inForce = async (asAt: string, fund = 'pool') =>
  (
    await app.database.sql<Json>(
      `select line, name, pence from ledger.budget_lines('one', '${fund}', '2026-27', '${asAt}', null) order by 1`,
    )
  ).map(({ line: of, pence }) => `${of} ${pence}`);

describe('a budget', () => {
  it('is the year’s original once, and each later one takes its place from its day, with its own decision', async () => {
    const first = await budget({ lines: [line('staffing', '100.00'), line('fees', '40.00')] });
    expect([first.status, first.body.total, first.body.fund]).toEqual([201, '140.00', 'pool']);
    expect(refusal(await budget({ lines: [line('staffing', '1.00')] }))).toEqual([409, '/kind', 'already-recorded']);
    const moved = { kind: 'virement', from: '2026-10-01', why: 'Fewer fees' };
    const out = await budget({ ...moved, lines: [line('staffing', '110.00'), line('fees', '30.01')] });
    expect([refusal(out), out.body.detail]).toEqual([
      [409, '/lines', 'moves-money-out'],
      expect.stringContaining('0.01'),
    ]);
    const virement = await budget({ ...moved, lines: [line('staffing', '110.00'), line('fees', '30.00')] });
    expect(virement.status).toBe(201);
    expect((await budget({ kind: 'supplementary', from: '2026-11-01', lines: [line('it', '5.00')] })).status).toBe(201);
    expect(await inForce('2026-09-30')).toEqual(['fees 4000', 'staffing 10000']);
    expect(await inForce('2026-10-01')).toEqual(['fees 3000', 'staffing 11000']);
    expect(await inForce('2027-03-31')).toEqual(['fees 3000', 'it 500', 'staffing 11000']);
    const right = { kind: 'correction', from: '2026-11-01', lines: [line('it', '6.00')] };
    expect((await budget(right)).status).toBe(201);
    expect((await inForce('2026-11-01'))[1]).toBe('it 600');
  });

  it('moved between lines comes to the same on every later day, whichever budget begins then', async () => {
    const later = (given: object) => budget({ fund: 'later', ...given });
    await later({ lines: [line('a', '100.00'), line('b', '100.00'), line('c', '1.00')] });
    await later({ kind: 'supplementary', from: '2026-09-01', lines: [line('a', '150.00')] });
    const moved = { kind: 'virement', lines: [line('a', '50.00'), line('b', '150.00')] };
    const refused = await later({ ...moved, from: '2026-06-01' });
    expect(refusal(refused)).toEqual([409, '/lines', 'moves-money-later']);
    expect(refused.body.detail).toContain('from 1 September 2026 on');
    const aside = { kind: 'virement', from: '2026-06-01', lines: [line('b', '101.00'), line('c', '0.00')] };
    expect((await later(aside)).status).toBe(201);
    expect(refusal(await later({ ...moved, from: '2026-09-01' }))).toEqual([409, '/lines', 'moves-money-out']);
    expect(await inForce('2027-03-31', 'later')).toEqual(['a 15000', 'b 10100', 'c 0']);
  });

  it('is refused with every fault of its lines, in another year, without its original, or without an approved decision', async () => {
    const one = { fund: 'other', lines: [line('staffing', '1.00')] };
    expect(refusal(await budget({ ...one, kind: 'virement' }))).toEqual([409, '/kind', 'no-original']);
    expect(refusal(await budget({ ...one, from: '2027-04-01' }))).toEqual([422, '/from', 'outside-year']);
    const refused = await decided('2', 'refused');
    expect(refusal(await budget({ ...one, decision: refused }))).toEqual([422, '/decision', 'not-approved']);
    const { body } = await budget({ ...one, lines: [line('staffing', '-1.00'), line('B', '1.00')] });
    expect(body.errors.map(({ pointer }: Json) => pointer)).toEqual(['/lines/0/amount', '/lines/1/line']);
    expect(await inForce('2027-03-31', 'other')).toEqual([]);
  });

  it('is recorded by the host’s finance lead, read by every partner, and taken away row by row', async () => {
    const partner = await app.as({ role: 'finance-officer', partnership: 'one', authority: 'one-b' });
    const member = await app.as({ role: 'board-member', partnership: 'one', authority: 'one-b' });
    const given = { fund: 'capital', lines: [line('works', '1.00')] };
    expect([(await budget(given, member)).status, (await budget(given, partner)).status]).toEqual([403, 403]);
    expect((await partner.get(`/api/v1/${ledger}/budgets?kind=virement&fund=pool`)).body.items).toHaveLength(1);
    const { text } = await member.get(`/api/v1/${ledger}/budget-lines/all.csv?financialYear=2026-27&line=fees`);
    expect(
      text
        .trim()
        .split('\r\n')
        .map((row) => row.split(',').slice(0, 6).join()),
    ).toEqual([
      'fund,financialYear,line,name,amount,from',
      'pool,2026-27,fees,FEES,40.00,2026-04-01',
      'pool,2026-27,fees,FEES,30.00,2026-10-01',
    ]);
  });

  it('is held by the database: no line below nothing or twice, and never edited', async () => {
    const adding = (lines: string) =>
      app.database.as('poolkeeper_api', async (client) => {
        await client.query('begin');
        await client.query('select authz.open($1, $2, $3, $4)', [lead.ticket, 'ledger-budget.add', 'one', 'test']);
        await client.query(
          `insert into budget (partnership_id, id, fund, financial_year, kind, starts_on, decision_id, source, lines)
           values ('one', gen_random_uuid(), 'x', '2026-27', 'original', '2026-04-01', '${decision}', 'Test', $1)`,
          [lines],
        );
      });
    const row = '{"line": "a", "name": "A", "pence": "1"}';
    for (const lines of ['[]', `[${row}, ${row}]`, row.replace('"1"', '"-1"'), `[${row.replace('"1"', '"-1"')}]`])
      await expect(adding(lines)).rejects.toMatchObject({ constraint: 'budget_lines_check' });
    await adding(`[${row}]`);
    await expect(app.database.sql('update budget set why = null')).rejects.toMatchObject({ code: 'PK001' });
  });
});

describe('a forecast', () => {
  const forecast = (given: object): Promise<Answer> =>
    lead.post(`/api/v1/${ledger}/forecasts`, {
      ...{ ...made, financialYear: '2026-27', report: 'Month 6', madeOn: '2026-10-12' },
      ...given,
    });
  const row = { line: 'staffing', month: '2026-10-01', amount: '9.00' };

  it('is all that one report says, with a digest of it, and stays when the next is made', async () => {
    const first = await forecast({
      rows: [row, { ...row, month: '2027-03-01', amount: '-1.00' }],
      actualsTo: '2026-09-01',
    });
    expect([first.status, first.body.total, first.body.actualsTo]).toEqual([201, '8.00', '2026-09-01']);
    const next = await forecast({ rows: [row], report: 'Month 7', madeOn: '2026-11-09' });
    expect(next.body.digest).not.toBe(first.body.digest);
    const { body } = await app.http.get(`/api/v1/${ledger}/forecasts?sort=-madeOn`);
    expect(body.items.map(({ report }: Json) => report)).toEqual(['Month 7', 'Month 6']);
    const { text } = await app.http.get(`/api/v1/${ledger}/forecast-rows/all.csv?forecast=${first.body.id}`);
    expect(text.trim().split('\r\n')).toHaveLength(3);
  });

  it('is of months of its year, and of actual spending no later than its day', async () => {
    expect(refusal(await forecast({ rows: [{ ...row, month: '2026-03-01' }] }))).toEqual([
      ...[422, '/rows/0/month', 'not-a-date'],
    ]);
    for (const actualsTo of ['2026-09-02', '2026-11-01', '2026-03-01'])
      expect(refusal(await forecast({ rows: [row], actualsTo }))).toEqual([422, '/actualsTo', 'not-a-month']);
    expect(refusal(await forecast({ rows: [row], decision: '11111111-1111-4111-8111-111111111111' }))).toEqual([
      ...[422, '/decision', 'not-there'],
    ]);
  });
});
