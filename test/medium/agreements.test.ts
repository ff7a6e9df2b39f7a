import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agreementVersionListing } from '../../src/features/agreements/agreement-version.reader.js';
import { agreementListing } from '../../src/features/agreements/agreement.reader.js';
import { startApp, type TestApp } from '../support/app.js';
import { added, made, smallPartnership } from '../support/partnership.js';
import { addAll, keepsTheRulesOfRecords, type RecordsUnderTest } from '../support/record-rules.js';

const base = '/api/v1/partnerships/one';

let app: TestApp;
let agreements: RecordsUnderTest;
let versions: RecordsUnderTest;
let given: Record<string, unknown>;

/** Two partners who share an amount by percentages. */
const schedule = (period: unknown, amount: string, percent = { 'one-a': '60', 'one-b': '40' }) => ({
  period,
  partners: [{ id: 'one-a', role: 'host' }, { id: 'one-b' }],
  pots: [{ id: 'pool', lines: [{ id: 'budget', amount }], basis: { kind: 'stated-percent', percent } }],
});

const decided = async (takenOn: string, outcome = 'approved', approves = 'formula') => {
  const reference = `${takenOn} ${outcome} ${approves}`;
  const decision = { body: 'Board', reference, outcome, approves, title: 'Formula' };
  return (await added(app, 'partnerships/one/decisions', { ...decision, takenOn })).id as string;
};

beforeAll(async () => {
  app = await startApp();
  await smallPartnership(app, 'one');
  await smallPartnership(app, 'two');
  agreements = await addAll(app, `${base}/agreements`, [
    { title: 'The agreement', from: '2019-04-01', ...made },
    { title: 'An earlier one', from: '2015-04-01', until: '2019-04-01', source: 'A minute' },
    { title: 'Another', from: '2019-04-01', until: '2030-04-01', ...made },
  ]);
  const agreement = agreements.views[0]?.['id'];
  given = {
    ...{ agreement, decision: await decided('2019-02-12'), from: '2019-04-01', until: '2020-04-01' },
    ...{ schedule: schedule('2019-20', '100000.00'), clause: 'Schedule 3', source: 'A minute' },
  };
  const other = { agreement: agreements.views[2]?.['id'], decision: await decided('2021-02-09') };
  versions = await addAll(app, `${base}/agreement-versions`, [
    given,
    { ...given, from: '2020-04-01', until: '2021-04-01', schedule: schedule('2020-21', '110000.00'), ...made },
    {
      ...given,
      ...other,
      from: '2021-04-01',
      until: '2030-04-01',
      schedule: schedule('2021-22', '120000.00'),
      clause: null,
    },
  ]);
});
afterAll(() => app.stop());

describe('an agreement', () => {
  keepsTheRulesOfRecords(agreementListing, () => agreements, [
    { says: 'an end before its start', change: { until: '2019-03-31' }, pointer: '/until', code: 'not-after-from' },
    { says: 'the same title twice', change: {}, status: 409, pointer: '/title', code: 'already-recorded' },
  ]);
});

describe('an agreement version', () => {
  keepsTheRulesOfRecords(agreementVersionListing, () => versions, [
    { says: 'days that another version has', change: {}, status: 409, pointer: '/from', code: 'overlaps' },
    {
      says: 'a schedule that does not calculate',
      change: { schedule: schedule('2019-20', '100000.00', { 'one-a': '60', 'one-b': '39.99' }) },
      pointer: '/schedule/pots/0/basis/percent',
      code: 'not-100-percent',
    },
    {
      says: 'a schedule for days on which it is not in force',
      change: { schedule: schedule('2025-26', '100000.00') },
      pointer: '/schedule/period',
      code: 'never-in-force',
    },
    {
      says: 'a schedule that says on which days it shares',
      change: { schedule: { ...schedule('2019-20', '1.00'), within: { from: '2019-05-01', until: '2019-06-01' } } },
      pointer: '/schedule/within',
      code: 'unknown-field',
    },
    {
      says: 'thresholds that nobody knows',
      change: { thresholds: { luck: '25' } },
      pointer: '/thresholds/luck',
      code: 'unknown-field',
    },
  ]);

  it('is numbered after the last of its agreement', () => {
    expect(versions.views.map(({ number }) => number)).toEqual([1, 2, 1]);
  });

  it('shares only among those who take part', async () => {
    const stranger = {
      ...schedule('2019-20', '1.00', { 'one-a': '100' } as never),
      partners: [{ id: 'one-a' }, { id: 'two-a' }],
    };
    const refused = await app.http.post(`${base}/agreement-versions`, { ...given, schedule: stranger });
    expect(refused.body.errors).toEqual([expect.objectContaining({ pointer: '/schedule/partners/1/id' })]);
  });

  it('has no days that its agreement has not', async () => {
    const earlier = { ...given, agreement: agreements.views[1]?.['id'] };
    const refused = await app.http.post(`${base}/agreement-versions`, earlier);
    expect(refused.body.errors).toEqual([expect.objectContaining({ pointer: '/until', code: 'outside-agreement' })]);
  });

  it('lets no observer pay', async () => {
    await added(app, 'partnerships/one/participations', { authority: 'two-a', role: 'observer', from: '2019-04-01' });
    const schedule = {
      period: '2019-20',
      partners: [{ id: 'two-a' }, { id: 'one-b' }],
      pots: [{ id: 'pool', lines: [{ id: 'budget', amount: '1.00' }], basis: { kind: 'equal' } }],
    };
    const refused = await app.http.post(`${base}/agreement-versions`, { ...given, schedule });
    expect(refused.body.errors).toEqual([expect.objectContaining({ pointer: '/schedule/partners/0/id' })]);
  });

  it.each([
    ['deferred', 'formula'],
    ['approved', 'nothing'],
    ['approved', 'business-case'],
  ])('does not come into force on what was %s and approves %s', async (outcome, approves) => {
    const decision = await decided('2019-02-13', outcome, approves);
    const later = { ...given, from: '2040-04-01', until: '2041-04-01', schedule: schedule('2040-41', '1.00') };
    const open = { supersedes: [versions.views[2]?.['id']] };
    const refused = await app.http.post(`${base}/agreement-versions`, { ...later, ...open, decision });
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, '/decision']);
  });

  it('takes the place of those it names for the days they share, and leaves them the rest', async () => {
    const [first] = versions.views;
    const temporary = {
      ...{ from: '2019-07-01', until: '2019-10-01', supersedes: [first?.['id']] },
      schedule: schedule({ from: '2019-07-01', until: '2019-10-01' }, '30000.00'),
    };
    const answer = await app.http.post(`${base}/agreement-versions`, { ...given, ...temporary });
    expect(answer.body.inForce).toEqual([{ from: '2019-07-01', until: '2019-10-01' }]);
    const { body } = await app.http.get(`${base}/agreement-versions/${String(first?.['id'])}`);
    expect(body).toMatchObject({ from: '2019-04-01', until: '2020-04-01' });
    expect(body.inForce).toEqual([
      { from: '2019-04-01', until: '2019-07-01' },
      { from: '2019-10-01', until: '2020-04-01' },
    ]);
  });

  it('cannot supersede a version of another partnership, nor one that is not there', async () => {
    const supersedes = ['00000000-0000-4000-8000-000000000000'];
    const refused = await app.http.post(`${base}/agreement-versions`, { ...given, supersedes });
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, '/supersedes']);
  });

  it('of a partnership that is not there is not found, however wrong the rest is', async () => {
    const url = '/api/v1/partnerships/nowhere/agreement-versions';
    expect((await app.http.post(url, { ...given, schedule: {} })).status).toBe(404);
  });

  it('leaves at most one in force on any day, whatever is superseded by whatever', async () => {
    const [overlaps] = await app.database.sql(`
      select count(*)::int as count from version_in_force a join version_in_force b
        on a.partnership_id = b.partnership_id and a.in_force && b.in_force and a.ctid < b.ctid`);
    expect(overlaps).toEqual({ count: 0 });
  });
});
