import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Json, startApp, type TestApp } from '../support/app.js';
import { agreeOn } from '../support/agreed-version.js';
import { added, made, smallPartnership } from '../support/partnership.js';

let app: TestApp;
type Person = Awaited<ReturnType<TestApp['as']>>;
let host: Person;
let partner: Person;
const base = '/api/v1/partnerships/one/ledger';
const ids: Record<string, string> = {};

const owes = async (authority: string, dueOn: string, amount: string, what: string) =>
  (ids[what] = (await added(app, 'partnerships/one/contributions', { authority, dueOn, amount, what })).id as string);
const pays = async (what: string, amount: string, receivedOn: string) =>
  added(app, 'partnerships/one/receipts', { contribution: ids[what], amount, receivedOn, reference: `BACS ${what}` });
async function approved(given: object): Promise<Json> {
  const { body, text } = await host.post(`${base}/drafts`, { ...made, ...given });
  if (!body.digest) throw new Error(text);
  return (await partner.post(`${base}/drafts/${body.id}/approvals`, { ...made, digest: body.digest })).body;
}

/** One partner with a bill of every age, one disputed, one overpaid, one that was reversed after it was paid, and a rebate. */
beforeAll(async () => {
  app = await startApp();
  await smallPartnership(app, 'one');
  await agreeOn(app, 'one', {
    ...{ from: '2026-04-01', until: '2027-04-01' },
    instalments: { profile: 'quarters-in-advance', daysToPay: 10 },
  });
  host = await app.as({ role: 'finance-lead', partnership: 'one', authority: 'one-a' });
  partner = await app.as({ role: 'finance-officer', partnership: 'one', authority: 'one-b' });
  await owes('one-b', '2026-04-01', '1000.00', 'April');
  await owes('one-b', '2026-06-20', '200.00', 'June');
  await owes('one-b', '2026-08-01', '30.00', 'August');
  await owes('one-b', '2026-09-15', '4.00', 'September');
  await owes('one-b', '2026-05-01', '70.00', 'Disputed');
  await owes('one-b', '2026-05-02', '10.00', 'Overpaid');
  await owes('one-b', '2026-05-03', '5.00', 'Reversed');
  await owes('one-b', '2027-01-01', '600.00', 'To come');
  await owes('one-a', '2026-04-01', '8.00', 'Own');
  await pays('April', '400.00', '2026-04-20');
  await pays('Overpaid', '12.50', '2026-05-20');
  await pays('Reversed', '5.00', '2026-05-20');
  await pays('Own', '8.00', '2026-04-01');
  const dispute = { happenedOn: '2026-05-10', reason: 'Counted twice' };
  await host.post(`${base}/bills/${ids['Disputed']}/invoices`, { ...made, happenedOn: '2026-05-03', invoice: 'INV 7' });
  await partner.post(`${base}/bills/${ids['Disputed']}/disputes`, { ...made, ...dispute });
  await approved({ kind: 'reversal', reverses: ids['Reversed'], effectiveOn: '2026-06-01', reason: 'Billed twice' });
  await approved({ kind: 'rebate', authority: 'one-b', amount: '3.00', effectiveOn: '2026-07-01', reason: 'Rebate' });
  await approved({
    ...{ kind: 'in-kind', authority: 'one-b', line: 'premises', amount: '9.00', effectiveOn: '2026-07-02' },
    reason: 'An office',
  });
  await added(app, 'partnerships/one/provisions', {
    ...{ authority: 'one-b', financialYear: '2026-27', amount: '1500.00', decidedOn: '2026-02-20' },
  });
});
afterAll(() => app.stop());

const read = async (path: string): Promise<Json> => (await app.http.get(`${base}/${path}`)).body;
const pounds = (text: string) => BigInt(text.replace('.', ''));

describe('aged debt', () => {
  it('has every bill in the column of its age, what is disputed, in credit or on no bill apart', async () => {
    const { partners, totals, checks } = await read('aged-debt?asAt=2026-09-20');
    expect(partners).toEqual([
      {
        ...{ partner: 'one-b', notYetDue: '4.00', days1to30: '0.00', days31to60: '30.00', days61to90: '200.00' },
        ...{ over90: '600.00', disputed: '70.00', credit: '-7.50', other: '-3.00', total: '893.50' },
      },
    ]);
    expect(totals.total).toBe('893.50');
    expect(checks.map(({ partner: of, holds }: Json) => [of, holds])).toEqual([['one-a', true], ['one-b', true]]); // prettier-ignore
  });

  it('comes to the position on every day, as at and as known at', async () => {
    for (const asAt of [
      '2026-04-11',
      '2026-04-12',
      '2026-05-20',
      '2026-05-31',
      '2026-06-01',
      '2026-07-01',
      '2027-03-31',
    ]) {
      for (const known of ['', '&knownAt=2020-01-01']) {
        const { checks, totals } = await read(`aged-debt?asAt=${asAt}${known}`);
        const position = await read(`position?asAt=${asAt}${known}`);
        const owed = position.partners.reduce((sum: bigint, row: Json) => sum + pounds(row.outstanding), 0n);
        expect([asAt, pounds(totals.total)]).toEqual([asAt, owed]);
        expect(checks.every(({ holds }: Json) => holds)).toBe(true);
      }
    }
    expect((await read('aged-debt?asAt=2026-04-11')).partners).toMatchObject([{ notYetDue: '1000.00' }]);
    expect((await read('aged-debt?asAt=2026-04-12')).partners).toMatchObject([{ days1to30: '1000.00' }]);
  });

  it('is a file of a row for each partner', async () => {
    const { text } = await app.http.get(`${base}/aged-debt/all.csv?asAt=2026-09-20`);
    expect(text).toBe(
      '\ufeffpartner,asAt,notYetDue,days1to30,days31to60,days61to90,over90,disputed,credit,other,total,reopened\r\n' +
        'one-b,2026-09-20,4.00,0.00,30.00,200.00,600.00,70.00,-7.50,-3.00,893.50,\r\n',
    );
    expect((await app.http.get(`${base}/aged-debt?from=2026-04-01`)).status).toBe(422);
  });
});

describe('a statement of account', () => {
  it('opens, has every entry with its reference and the balance after it, and closes with the position', async () => {
    const body = await read('statements-of-account/one-b?from=2026-05-01&asAt=2026-07-31');
    expect([body.opening, body.closing, body.checks[0].holds]).toEqual(['600.00', '859.50', true]);
    expect(
      body.entries.map(({ what, reference, amount, balance }: Json) => [what, reference, amount, balance]),
    ).toEqual([
      ['Disputed', 'INV 7', '70.00', '670.00'],
      ['Overpaid', null, '10.00', '680.00'],
      ['Reversed', null, '5.00', '685.00'],
      ['Received towards a contribution', 'BACS Overpaid', '-12.50', '672.50'],
      ['Received towards a contribution', 'BACS Reversed', '-5.00', '667.50'],
      ['Billed twice', null, '-5.00', '662.50'],
      ['June', null, '200.00', '862.50'],
      ['Rebate', null, '-3.00', '859.50'],
    ]);
    expect(body.entries[4].bill).toBe(ids['Reversed']);
  });

  it('tells what stands against no bill, what was given in kind, and what its own budget provides', async () => {
    const body = await read('statements-of-account/one-b?from=2026-05-01&asAt=2026-07-31');
    expect(body.unallocated).toMatchObject([{ reference: 'BACS Reversed', amount: '5.00' }]);
    expect((await read('statements-of-account/one-b?asAt=2026-05-31')).unallocated).toEqual([]);
    expect([body.unallocatedTotal, body.inKindTotal]).toEqual(['5.00', '9.00']);
    expect(body.inKind).toMatchObject([{ what: 'An office', line: 'premises', amount: '9.00' }]);
    expect(body.provisions).toEqual([
      { financialYear: '2026-27', billed: '1914.00', provided: '1500.00', gap: '414.00' },
    ]);
    const years = await read('statements-of-account/one-b?from=2025-12-01&asAt=2026-04-01');
    expect(years.provisions.map(({ financialYear, gap }: Json) => [financialYear, gap])).toEqual([
      ...[
        ['2025-26', null],
        ['2026-27', '419.00'],
      ],
    ]);
  });

  it('is a file that opens and closes, and of nobody who takes no part', async () => {
    const { text } = await app.http.get(`${base}/statements-of-account/one-a/all.csv?from=2026-04-01&asAt=2026-04-30`);
    const rows = text.trim().split('\r\n').map((row) => row.split(',').slice(0, 6).join()); // prettier-ignore
    expect(rows).toEqual([
      'on,kind,what,reference,amount,balance',
      ...['2026-04-01,opening,Opening balance,,,0.00', '2026-04-01,contribution,Own,,8.00,8.00'],
      ...[
        '2026-04-01,receipt,Received towards a contribution,BACS Own,-8.00,0.00',
        '2026-04-30,closing,Closing balance,,,0.00',
      ],
    ]);
    expect((await app.http.get(`${base}/statements-of-account/kent`)).status).toBe(404);
    const later = await app.http.get(`${base}/statements-of-account/one-a?from=2026-05-02&asAt=2026-05-01`);
    expect([later.status, later.body.errors[0].parameter]).toEqual([422, 'from']);
  });

  it('is told as at the first and the last day there is', async () => {
    for (const asAt of ['1900-01-01', '2199-12-31'])
      expect((await app.http.get(`${base}/statements-of-account/one-b?asAt=${asAt}`)).status).toBe(200);
  });

  it('closes with the position on every day', async () => {
    for (const asAt of ['2026-04-01', '2026-04-20', '2026-05-20', '2026-06-01', '2026-11-22', '2027-03-31']) {
      for (const from of ['2019-04-01', asAt]) {
        const { checks, closing } = await read(`statements-of-account/one-b?from=${from}&asAt=${asAt}`);
        const { partners } = await read(`position?asAt=${asAt}`);
        const owed = partners.find(({ partner: of }: Json) => of === 'one-b')?.outstanding ?? '0.00';
        expect([asAt, closing, checks[0].holds]).toEqual([asAt, owed, true]);
      }
    }
  });
});
