import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exampleInstalments } from '../../src/features/shared/example-instalments.js';
import { exampleSchedule } from '../../src/features/shared/example-schedule.js';
import { type Answer, type Json, startApp, type TestApp } from '../support/app.js';
import { added, made, smallPartnership } from '../support/partnership.js';
import { agreeOn } from '../support/agreed-version.js';

let app: TestApp;
const base = '/api/v1/partnerships/one';

beforeAll(async () => {
  app = await startApp();
  await smallPartnership(app, 'one');
  await agreeOn(app, 'one', { from: '2026-04-01', until: '2027-04-01', instalments: exampleInstalments });
  await agreeOn(app, 'one', { from: '2027-04-01', until: '2028-04-01' });
});
afterAll(() => app.stop());

const read = async (year: string, query = '') =>
  (await app.http.get(`${base}/ledger/instalments/${year}${query}`)).body;

describe('instalments that an agreement version states', () => {
  it('are refused with every fault of them, at their places, beside those of the schedule', async () => {
    const { body: versions } = await app.http.get(`${base}/agreement-versions`);
    const { agreement, decision } = versions.items[0];
    const given = {
      ...made,
      agreement,
      decision,
      from: '2030-04-01',
      schedule: { ...exampleSchedule('2030-31'), x: 1 },
    };
    const instalments = { profile: 'stated-dates', dates: [{ on: '02-29', percent: '99' }], daysToPay: 1.5 };
    const { status, body } = await app.http.post(`${base}/agreement-versions`, { ...given, instalments });
    expect([status, ...body.errors.map(({ pointer }: Json) => pointer)]).toEqual([
      ...[422, '/schedule/x', '/instalments/dates/0/on', '/instalments/daysToPay'],
    ]);
  });

  it('are how the year falls due, with the clause, the days to pay and what was billed of each', async () => {
    await added(app, 'partnerships/one/contributions', {
      ...{ authority: 'one-b', dueOn: '2026-07-01', amount: '258755.09', what: 'Second instalment' },
    });
    const body = await read('2026-27', '?asAt=2026-11-22');
    expect(body).toMatchObject({
      profile: 'stated-dates',
      agreed: { clause: 'Schedule 3, paragraph 9', number: 1, daysToPay: 30, followed: true },
    });
    expect(body.partners[1].instalments).toEqual([
      { number: 1, dueOn: '2026-04-01', payBy: '2026-05-01', amount: '86251.70', billed: '0.00', proposed: '0.00' },
      {
        number: 2,
        dueOn: '2026-07-01',
        payBy: '2026-07-31',
        amount: '258755.10',
        billed: '258755.09',
        proposed: '0.00',
      },
      { number: 3, dueOn: '2026-10-01', payBy: '2026-10-31', amount: '258755.10', billed: '0.00', proposed: '0.00' },
      { number: 4, dueOn: '2027-01-01', payBy: '2027-01-31', amount: '258755.10', billed: '0.00', proposed: '0.00' },
    ]);
    const { text } = await app.http.get(`${base}/ledger/instalments/2026-27/all.csv?asAt=2026-11-22`);
    expect(text.split('\r\n')[0]).toBe('\ufeffpartner,number,dueOn,payBy,amount,billed,proposed,reopened');
    expect(text.trim().split('\r\n')).toHaveLength(9);
  });

  it('give way to parts that are asked for, and to quarters in advance where nothing is stated', async () => {
    const months = await read('2026-27', '?asAt=2026-11-22&profile=months-in-arrears');
    expect(months).toMatchObject({ profile: 'months-in-arrears', agreed: { followed: false, daysToPay: 30 } });
    expect(months.partners[0].instalments[0]).toMatchObject({ dueOn: '2026-04-30', payBy: '2026-05-30' });
    expect(await read('2027-28', '?asAt=2026-11-22')).toMatchObject({ profile: 'quarters-in-advance', agreed: null });
  });

  it('are proposed once, a draft for each partner who has none, as they were read', async () => {
    const lead = await app.as({ role: 'finance-lead', partnership: 'one', authority: 'one-a' });
    const officer = await app.as({ role: 'finance-officer', partnership: 'one', authority: 'one-b' });
    const { statementDigest } = await read('2026-27');
    const propose = (who: typeof lead, given: object) =>
      who.post(`${base}/ledger/instalments/2026-27/proposals`, { ...made, statementDigest, ...given });
    const code = ({ status, body }: Answer) => [status, body.errors?.[0]?.code];
    expect(code(await propose(lead, { number: 2, statementDigest: 'sha256:other' }))).toEqual([409, 'changed-since']);
    const elsewhere = {
      kind: 'contribution',
      authority: 'one-a',
      effectiveOn: '2026-07-01',
      reason: 'Roof',
      fund: 'capital',
    };
    expect((await lead.post(`${base}/ledger/drafts`, { ...made, ...elsewhere, amount: '9.00' })).status).toBe(201);
    expect((await propose(officer, { number: 2 })).status).toBe(403);
    expect((await propose(officer, { number: 3, authority: 'one-b' })).status).toBe(200);
    const ended = await Promise.all([propose(lead, { number: 2 }), propose(lead, { number: 2 })]);
    expect(ended.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { partners } = await read('2026-27');
    expect(partners.map(({ instalments }: Json) => instalments.map(({ proposed }: Json) => proposed))).toEqual([
      ['0.00', '372354.90', '0.00', '0.00'],
      ['0.00', '0.00', '258755.10', '0.00'],
    ]);
    const { body: drafts } = await lead.get(`${base}/ledger/drafts?kind=contribution&authority=one-a`);
    expect(drafts.items.filter(({ fund }: Json) => fund === 'pool')).toMatchObject([
      { reason: 'Instalment 2 of 4, 2026-27', effectiveOn: '2026-07-01' },
    ]);
  });

  it('are never edited', async () => {
    await expect(app.database.sql(`update agreement_version set instalments = null`)).rejects.toThrow(
      /only ever added to/,
    );
  });
});
