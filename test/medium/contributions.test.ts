import { afterAll, beforeAll, describe } from '@jest/globals';
import { contributionListing } from '../../src/features/contributions/contribution.reader.js';
import { provisionListing } from '../../src/features/contributions/provision.reader.js';
import { receiptListing } from '../../src/features/contributions/receipt.reader.js';
import { startApp, type TestApp } from '../support/app.js';
import { smallPartnership } from '../support/partnership.js';
import { addAll, keepsTheRulesOfRecords, type RecordsUnderTest, type Refusal } from '../support/record-rules.js';

let app: TestApp;
const under: Record<string, RecordsUnderTest> = {};
const source = 'Finance report';

beforeAll(async () => {
  app = await startApp();
  await smallPartnership(app, 'one');
  await smallPartnership(app, 'two');
  const base = '/api/v1/partnerships/one';
  const instalment = { authority: 'one-a', dueOn: '2026-03-31', amount: '10.00', what: 'Quarter 4', source };
  const owed = await addAll(app, `${base}/contributions`, [
    instalment,
    { ...instalment, authority: 'one-b', dueOn: '2026-04-01', amount: '9.99' },
    { ...instalment, dueOn: '2026-07-01', amount: '10000000000000.00', illustrative: true },
    instalment,
  ]);
  under['contributions'] = owed;
  const [first, second] = owed.views.map(({ id }) => String(id));
  const receipt = { contribution: first, receivedOn: '2026-04-02', amount: '4.00', reference: 'BACS 1', source };
  under['receipts'] = await addAll(app, `${base}/receipts`, [
    receipt,
    { ...receipt, receivedOn: '2026-04-09', amount: '6.00' },
    { ...receipt, contribution: second, amount: '0.01', illustrative: true },
  ]);
  const provision = { authority: 'one-a', financialYear: '2026-27', amount: '0.00', decidedOn: '2026-02-24', source };
  under['provisions'] = await addAll(app, `${base}/provisions`, [
    provision,
    { ...provision, decidedOn: '2026-03-01', amount: '12.50', illustrative: true },
    { ...provision, authority: 'one-b', financialYear: '1999-00' },
  ]);
});
afterAll(() => app.stop());

const notMoney = ['10', '10.0', '1e3', '1,000.00', '£10.00', '0.00', '-1.00', 'NaN', '١٢.٠٠', '10000000000000.01'].map(
  (amount): Refusal => ({ says: `an amount of ${amount}`, change: { amount }, pointer: '/amount', code: 'not-money' }),
);
const stranger = (authority: string): Refusal => ({
  says: `the authority ${authority}, which does not take part`,
  change: { authority },
  pointer: '/authority',
  code: 'not-taking-part',
});
const strangers = [stranger('two-a'), stranger('nobody')];

describe('a contribution', () => {
  keepsTheRulesOfRecords(contributionListing, () => under['contributions']!, [
    ...strangers,
    ...notMoney,
    { says: 'a number for money', change: { amount: 10 }, pointer: '/amount', code: 'not-money' },
    { says: 'a day that does not exist', change: { dueOn: '2026-02-29' }, pointer: '/dueOn', code: 'not-a-date' },
    {
      says: 'a year of its own',
      change: { financialYear: '2026-27' },
      pointer: '/financialYear',
      code: 'unknown-field',
    },
    { says: 'an id of its own', change: { id: 'x' }, pointer: '/id', code: 'unknown-field' },
  ]);
});

describe('a receipt', () => {
  const elsewhere = '11111111-1111-4111-8111-111111111111';
  const change = { contribution: elsewhere };
  keepsTheRulesOfRecords(receiptListing, () => under['receipts']!, [
    ...notMoney,
    { says: 'a contribution that is not there', change, pointer: '/contribution', code: 'not-there' },
    { says: 'a payer of its own', change: { authority: 'one-b' }, pointer: '/authority', code: 'unknown-field' },
  ]);
});

describe('a provision', () => {
  keepsTheRulesOfRecords(provisionListing, () => under['provisions']!, [
    ...strangers,
    { says: 'less than nothing', change: { amount: '-0.01' }, pointer: '/amount', code: 'not-money' },
    {
      says: 'no such year',
      change: { financialYear: '2026-28' },
      pointer: '/financialYear',
      code: 'not-a-financial-year',
    },
    { says: 'a second on one day', change: {}, status: 409, pointer: '/decidedOn', code: 'already-recorded' },
  ]);
});
