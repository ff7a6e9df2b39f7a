import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, type Json, startApp, type TestApp } from '../support/app.js';
import { added, smallPartnership } from '../support/partnership.js';

const partnership = 'partnerships/one';
let app: TestApp;
let agreement: string;
let first: string;

const schedule = (period: unknown, amount: string, percent: object) => ({
  period,
  partners: [{ id: 'one-a', role: 'host' }, { id: 'one-b' }],
  pots: [{ id: 'pool', lines: [{ id: 'budget', amount }], basis: { kind: 'stated-percent', percent } }],
});

async function version(decidedOn: string, more: object): Promise<string> {
  const decision = { body: 'Board', reference: decidedOn, outcome: 'approved', approves: 'formula', title: 'Formula' };
  const { id } = await added(app, `${partnership}/decisions`, { ...decision, takenOn: decidedOn });
  return (await added(app, `${partnership}/agreement-versions`, { agreement, decision: id, ...more })).id as string;
}

const statement = (year: string, asAt?: string): Promise<Answer> =>
  app.http.get(`/api/v1/${partnership}/share-statements/${year}${asAt === undefined ? '' : `?asAt=${asAt}`}`);
const shares = ({ body }: Answer) => Object.fromEntries(body.partners.map((each: Json) => [each.partner, each.share]));

beforeAll(async () => {
  app = await startApp();
  app.setClock('2020-12-31T12:00:00Z');
  await smallPartnership(app, 'one');
  agreement = (await added(app, `${partnership}/agreements`, { title: 'Agreement', from: '2019-04-01' })).id;
  const percent = { 'one-a': '60', 'one-b': '40' };
  const days = { from: '2019-04-01', until: '2024-04-01' };
  first = await version('2019-02-12', { ...days, schedule: schedule('2020-21', '365000.00', percent) });
  const [due, later] = await Promise.all(
    ['2020-07-01', '2021-01-01'].map((dueOn) =>
      added(app, `${partnership}/contributions`, { authority: 'one-a', dueOn, amount: '100000.00', what: 'Half' }),
    ),
  );
  const receipt = { contribution: due.id, amount: '40000.00', reference: 'BACS' };
  await added(app, `${partnership}/receipts`, { ...receipt, receivedOn: '2020-07-02' });
  await added(app, `${partnership}/receipts`, { ...receipt, receivedOn: '2020-10-01', amount: '60000.00' });
  expect(later.financialYear).toBe('2020-21');
});
afterAll(() => app.stop());

describe('a share statement', () => {
  it("gives each partner's share with its working, the version and the decision that put it in force", async () => {
    const { status, body } = await statement('2020-21');
    expect(status).toBe(200);
    expect(shares(await statement('2020-21'))).toEqual({ 'one-a': '219000.00', 'one-b': '146000.00' });
    expect(body.parts).toHaveLength(1);
    expect(body.parts[0]).toMatchObject({
      agreementVersion: { id: first, number: 1 },
      decision: { reference: '2019-02-12' },
    });
    expect(body.parts[0].calculation.working.length).toBeGreaterThan(0);
    expect(body.checks.every(({ holds }: { holds: boolean }) => holds)).toBe(true);
  });

  it('is as at today in London when no day is given, and says so', async () => {
    app.setClock('2020-06-30T23:30:00Z');
    expect((await statement('2020-21')).body.asAt).toBe('2020-07-01');
    app.setClock('2020-12-31T12:00:00Z');
  });

  it('counts what was due and paid by the end of the day, and what is then outstanding of the share', async () => {
    const of = async (asAt: string) => {
      const { billed, due, paid, outstanding } = (await statement('2020-21', asAt)).body.partners[0];
      return [billed, due, paid, outstanding];
    };
    expect(await of('2020-06-30')).toEqual(['200000.00', '0.00', '0.00', '219000.00']);
    expect(await of('2020-07-01')).toEqual(['200000.00', '100000.00', '0.00', '219000.00']);
    expect(await of('2020-07-02')).toEqual(['200000.00', '100000.00', '40000.00', '179000.00']);
    expect(await of('2021-01-01')).toEqual(['200000.00', '200000.00', '100000.00', '119000.00']);
  });

  it('is a file too, with the day and the fingerprint beside every figure', async () => {
    const { text, headers } = await app.http.get(
      `/api/v1/${partnership}/share-statements/2020-21/all.csv?asAt=2020-07-02`,
    );
    const [columns, first, second, total] = text.slice(1).split('\r\n');
    expect(headers['content-disposition']).toBe('attachment; filename="one-share-statement-2020-21.csv"');
    expect(columns).toBe(
      'year,asAt,rowOf,partner,name,share,displayPercent,billed,due,paid,outstanding,unallocated,why,illustrative,reopened,digest',
    );
    const { digest } = (await statement('2020-21', '2020-07-02')).body;
    const [of, end] = ['2020-21,2020-07-02,', `,,,true,,${digest}`];
    expect(first).toBe(`${of}partner,one-a,Council one-a,219000.00,60.00,200000.00,100000.00,40000.00,179000.00${end}`);
    expect(second).toBe(`${of}partner,one-b,Council one-b,146000.00,40.00,0.00,0.00,0.00,146000.00${end}`);
    expect(total).toBe(`${of}total,,,365000.00,,200000.00,100000.00,40000.00,325000.00${end}`);
    expect((await app.http.get(`/api/v1/${partnership}/share-statements/2020-22/all.csv`)).status).toBe(404);
  });

  it('adds up sums beyond what one amount may be, and says that they foot', async () => {
    const huge = { authority: 'one-b', dueOn: '2020-06-01', amount: '10000000000000.00', what: 'Far too much' };
    for (let count = 0; count < 2; count += 1) {
      const { id } = await added(app, `${partnership}/contributions`, huge);
      const paid = { contribution: id, receivedOn: '2020-12-30', amount: huge.amount, reference: 'BACS' };
      await added(app, `${partnership}/receipts`, paid);
    }
    const { status, body } = await statement('2020-21', '2020-12-30');
    expect(status).toBe(200);
    expect(body.totals).toMatchObject({ billed: '20000000200000.00', paid: '20000000100000.00' });
    expect(body.checks.every(({ holds }: { holds: boolean }) => holds)).toBe(true);
  });

  it('says that it rests on something made up when any of it is', async () => {
    expect((await statement('2020-21')).body.illustrative).toBe(true);
  });

  it('is the same for the same position, digest and all, and another after a payment', async () => {
    const [one, two] = [await statement('2020-21', '2020-09-30'), await statement('2020-21', '2020-09-30')];
    expect(two.text).toBe(one.text);
    expect((await statement('2020-21', '2020-10-01')).body.digest).not.toBe(one.body.digest);
  });

  it('is refused for a year that no schedule speaks of, a year that is none, and a day that does not exist', async () => {
    expect((await statement('2021-22')).status).toBe(404);
    expect((await statement('2020-22')).status).toBe(404);
    expect((await statement('2020-21', '2020-02-30')).body.errors).toEqual([
      expect.objectContaining({ parameter: 'asAt' }),
    ]);
    expect((await statement('2020-21', '2019-02-11')).status).toBe(404);
  });

  it('names the version in force on each day of the year when it changed on the way, as at each day', async () => {
    const percent = { 'one-a': '50', 'one-b': '50' };
    const days = { from: '2020-10-01', until: '2021-04-01', supersedes: [first] };
    const second = await version('2020-09-15', { ...days, schedule: schedule('2020-21', '730000.00', percent) });
    expect(shares(await statement('2020-21', '2020-09-14'))).toEqual({ 'one-a': '219000.00', 'one-b': '146000.00' });
    const changed = await statement('2020-21', '2020-09-15');
    // 183 of 365 days at 60 and 40 per cent of £365,000.00; 182 at half of £730,000.00.
    expect(shares(changed)).toEqual({ 'one-a': '291800.00', 'one-b': '255200.00' });
    expect(changed.body.parts.map((part: Json) => [part.agreementVersion.id, part.period])).toEqual([
      [first, { from: '2020-04-01', until: '2020-10-01' }],
      [second, { from: '2020-10-01', until: '2021-04-01' }],
    ]);
    expect(changed.body.unallocated).toEqual([]);
    expect(changed.body.totals.share).toBe('547000.00');
    expect(changed.body.checks.every(({ holds }: { holds: boolean }) => holds)).toBe(true);
  });

  it('works out the days in force as the database keeps them, once every decision is taken', async () => {
    const { body } = await statement('2020-21');
    const kept = await app.database.sql(`
      select version_id as id, lower(days)::text as from, upper(days)::text as until
      from (select version_id, in_force * daterange('2020-04-01', '2021-04-01') as days from version_in_force) f
      where not isempty(days) order by days`);
    expect(body.parts.map((part: Json) => ({ id: part.agreementVersion.id, ...part.period }))).toEqual(kept);
  });
});

describe('the shares calculator', () => {
  const url = '/api/v1/calculations/shares';
  const folder = path.join(import.meta.dirname, '..', 'cases');
  const cases = readdirSync(folder)
    .map((file) => JSON.parse(readFileSync(path.join(folder, file), 'utf8')))
    .filter(({ calculator }) => calculator === 'shares');

  it.each(cases.map((published) => [published.case, published]))(
    'answers the published case %s',
    async (_, published) => {
      const { status, body } = await app.http.post(url, published.document);
      expect(status).toBe(200);
      const answered = (field: string) =>
        Object.fromEntries(body.partners.map((each: Json) => [each.partner, each[field]]));
      expect(answered('amount')).toEqual(published.expect.partners);
      if (published.expect.displayPercent) expect(answered('displayPercent')).toEqual(published.expect.displayPercent);
      expect(body.checks.every(({ holds }: { holds: boolean }) => holds)).toBe(true);
    },
  );

  it('names each fault of a document at once, and stores nothing', async () => {
    const before = await app.database.rowCounts();
    const document = {
      ...schedule('2020-21', '1e3', { 'one-a': '60', 'one-b': '39.99' }),
      surprise: true,
      measures: [{ id: 'children', values: { '2019-20': { 'one-a': '-1' } } }],
    };
    const { status, headers, body } = await app.http.post(url, document);
    expect([status, headers['content-type']]).toEqual([422, 'application/problem+json; charset=utf-8']);
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
      '/measures/0/values/2019-20/one-a',
      '/pots/0/basis/percent',
      '/pots/0/lines/0/amount',
      '/surprise',
    ]);
    expect(body.errors.find(({ code }: { code: string }) => code === 'not-100-percent').detail).toContain('99.99');
    expect(await app.database.rowCounts()).toEqual(before);
  });
});
