import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decisionListing } from '../../src/features/decisions/decision.reader.js';
import { startApp, type TestApp } from '../support/app.js';
import { smallPartnership } from '../support/partnership.js';
import { addAll, keepsTheRulesOfRecords, type RecordsUnderTest } from '../support/record-rules.js';

let app: TestApp;
let decisions: RecordsUnderTest;

beforeAll(async () => {
  app = await startApp();
  await smallPartnership(app, 'one');
  await smallPartnership(app, 'two');
  const decision = {
    authority: 'one-a',
    body: 'Cabinet',
    reference: '19/00047',
    takenOn: '2019-07-15',
    outcome: 'approved',
    approves: 'agreement',
    title: 'Regional adoption agency',
    source: 'Minutes, item 6',
  };
  decisions = await addAll(app, '/api/v1/partnerships/one/decisions', [
    decision,
    { ...decision, authority: undefined, body: 'Partnership board', outcome: 'noted', approves: 'nothing' },
    { ...decision, authority: 'one-b', reference: 'CAB 20-1', takenOn: '2020-01-07', illustrative: true },
    { ...decision, takenOn: '2019-07-16' },
  ]);
});
afterAll(() => app.stop());

describe('a decision', () => {
  keepsTheRulesOfRecords(decisionListing, () => decisions, [
    {
      says: 'an authority of another partnership',
      change: { authority: 'two-a' },
      pointer: '/authority',
      code: 'not-taking-part',
    },
    { says: 'another outcome', change: { outcome: 'passed' }, pointer: '/outcome', code: 'not-a-choice' },
    { says: 'another matter', change: { approves: 'parking' }, pointer: '/approves', code: 'not-a-choice' },
    { says: 'no reference', change: { reference: undefined }, pointer: '/reference', code: 'missing-field' },
    { says: 'a day that does not exist', change: { takenOn: '2019-06-31' }, pointer: '/takenOn', code: 'not-a-date' },
    { says: 'the same one twice', change: {}, status: 409, pointer: '/reference', code: 'already-recorded' },
    {
      says: 'the same one of the board twice',
      change: { authority: null, body: 'Partnership board' },
      status: 409,
      pointer: '/reference',
      code: 'already-recorded',
    },
  ]);

  it('of a board is of no authority', () => {
    expect(decisions.views[1]).toMatchObject({ authority: null, body: 'Partnership board' });
  });
});
