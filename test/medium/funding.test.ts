import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { certaintyChangeListing } from '../../src/features/funding/certainty-change.reader.js';
import { fundingAmountListing } from '../../src/features/funding/funding-amount.reader.js';
import { fundingSourceListing } from '../../src/features/funding/funding-source.reader.js';
import { packageReturnListing } from '../../src/features/funding/package-return.reader.js';
import { plannedSpendListing } from '../../src/features/funding/planned-spend.reader.js';
import { startApp, type TestApp } from '../support/app.js';
import { added, smallPartnership } from '../support/partnership.js';
import { addAll, keepsTheRulesOfRecords, type RecordsUnderTest, type Refusal } from '../support/record-rules.js';

let app: TestApp;
let elsewhere: string;
const under: Record<string, RecordsUnderTest> = {};
const source = 'Written statement';
const fund = {
  name: 'Support fund',
  funder: 'Department',
  route: 'off-formula',
  paysFor: 'Therapy',
  from: '2015-05-01',
  source,
};

beforeAll(async () => {
  app = await startApp();
  await smallPartnership(app, 'one');
  await smallPartnership(app, 'two');
  const base = '/api/v1/partnerships/one';
  under['sources'] = await addAll(app, `${base}/funding-sources`, [
    { ...fund, conditions: 'Match funding' },
    { ...fund, name: 'Grant', route: 'pooled', pot: 'pool', line: 'therapy', from: '2019-04-01', illustrative: true },
    { ...fund, name: 'Another', funder: 'Trust' },
  ]);
  const [fundingSource, second] = under['sources'].views.map(({ id }) => id);
  const days = { fundingSource, from: '2026-04-01', until: '2027-04-01', amount: '730525.60', source };
  under['amounts'] = await addAll(app, `${base}/funding-amounts`, [
    { ...days, limitPerChild: '3000.00', announcedOn: '2026-02-10' },
    { ...days, amount: '0.00', announcedOn: '2026-03-10', illustrative: true },
    { ...days, fundingSource: second, from: '2025-04-01', until: '2026-04-01', announcedOn: '2025-02-10' },
  ]);
  const change = {
    fundingSource,
    certainty: 'confirmed',
    happenedOn: '2025-04-01',
    confirmedUntil: '2026-03-31',
    source,
  };
  under['changes'] = await addAll(app, `${base}/certainty-changes`, [
    { ...change, nextDecisionBy: '2026-01-31' },
    { ...change, certainty: 'at-risk', happenedOn: '2026-02-01', confirmedUntil: undefined, illustrative: true },
    { ...change, fundingSource: second, certainty: 'lost' },
  ]);
  under['plans'] = await addAll(app, `${base}/planned-spends`, [
    { ...days, authority: 'one-a', plannedOn: '2026-02-24' },
    { ...days, amount: '0.00', plannedOn: '2026-02-24' },
    {
      ...days,
      fundingSource: second,
      from: '2025-04-01',
      until: '2026-04-01',
      plannedOn: '2025-02-24',
      illustrative: true,
    },
  ]);
  const counted = {
    fundingSource,
    authority: 'one-a',
    countedOn: '2026-03-31',
    children: 12,
    costEach: '3600.00',
    source,
  };
  under['returns'] = await addAll(app, `${base}/package-returns`, [
    counted,
    { ...counted, authority: 'one-b', children: 0, costEach: '0.00', illustrative: true },
    { ...counted, fundingSource: second, countedOn: '2026-06-30', children: 100_000 },
  ]);
  elsewhere = (await added(app, 'partnerships/two/funding-sources', fund)).id;
});
afterAll(() => app.stop());

const nowhere = '11111111-1111-4111-8111-111111111111';
const noSource = {
  says: 'a source that is not there',
  change: { fundingSource: nowhere },
  pointer: '/fundingSource',
  code: 'not-there',
};
const backwards = {
  says: 'an end on its start',
  change: { until: '2026-04-01' },
  pointer: '/until',
  code: 'not-after-from',
};
const negative = { says: 'less than nothing', change: { amount: '-1.00' }, pointer: '/amount', code: 'not-money' };
const stranger = {
  says: 'an authority of another partnership',
  change: { authority: 'two-a' },
  pointer: '/authority',
  code: 'not-taking-part',
};
const again = (pointer: string): Refusal => ({
  says: 'a second on one day',
  change: {},
  status: 409,
  pointer,
  code: 'already-recorded',
});

describe('a funding source', () => {
  keepsTheRulesOfRecords(fundingSourceListing, () => under['sources']!, [
    { says: 'another route', change: { route: 'by post' }, pointer: '/route', code: 'not-a-choice' },
    {
      says: 'money through the pool for no pot',
      change: { name: 'X', route: 'pooled' },
      pointer: '/pot',
      code: 'missing-field',
    },
    { says: 'a line without its pot', change: { name: 'X', line: 'therapy' }, pointer: '/pot', code: 'missing-field' },
    { says: 'a name that is taken', change: {}, status: 409, pointer: '/name', code: 'already-recorded' },
  ]);

  it('answers null for what was not given', () => {
    expect(under['sources']!.views[0]).toMatchObject({ pot: null, line: null, conditions: 'Match funding' });
  });
});

describe('an amount', () => {
  const limit = { limitPerChild: '0.00' };
  keepsTheRulesOfRecords(fundingAmountListing, () => under['amounts']!, [
    ...[noSource, backwards, negative, again('/announcedOn')],
    { says: 'a limit of nothing', change: limit, pointer: '/limitPerChild', code: 'not-money' },
    { says: 'no end', change: { until: undefined }, pointer: '/until', code: 'missing-field' },
  ]);
});

describe('a change of certainty', () => {
  const unsaid = { confirmedUntil: undefined, happenedOn: '2025-05-01' };
  keepsTheRulesOfRecords(certaintyChangeListing, () => under['changes']!, [
    ...[noSource, again('/happenedOn')],
    { says: 'another certainty', change: { certainty: 'hoped' }, pointer: '/certainty', code: 'not-a-choice' },
    { says: 'confirmed without until when', change: unsaid, pointer: '/confirmedUntil', code: 'missing-field' },
  ]);
});

describe('planned spending', () => {
  keepsTheRulesOfRecords(plannedSpendListing, () => under['plans']!, [
    ...[noSource, backwards, negative, stranger, again('/plannedOn')],
    {
      says: 'a second of the pool on one day',
      change: { authority: null },
      status: 409,
      pointer: '/plannedOn',
      code: 'already-recorded',
    },
  ]);
});

describe('a return of packages', () => {
  const children = (count: unknown): Refusal => ({
    says: `${String(count)} children`,
    change: { children: count },
    pointer: '/children',
    code: 'not-a-count',
  });
  keepsTheRulesOfRecords(packageReturnListing, () => under['returns']!, [
    ...[noSource, stranger, again('/countedOn'), children(-1), children(100_001), children(1.5), children('3')],
    { says: 'a cost with an exponent', change: { costEach: '1e3' }, pointer: '/costEach', code: 'not-money' },
  ]);
});

it('refuses a source of another partnership as one that is not there', async () => {
  for (const { app: asked, base, bodies } of Object.values(under).slice(1)) {
    const before = await app.database.rowCounts();
    const { status, body } = await asked.http.post(base, { ...bodies[0], fundingSource: elsewhere });
    expect({ status, errors: body.errors }).toMatchObject({
      status: 422,
      errors: [{ pointer: '/fundingSource', code: 'not-there' }],
    });
    expect(await app.database.rowCounts()).toEqual(before);
  }
});
