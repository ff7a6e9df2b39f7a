import { expect, it } from '@jest/globals';
import { digest } from '../digest.js';
import { ENGINE_VERSION } from '../version.js';
import { type CompareAnswer } from './answer.js';
import { answerCompare } from './calculate-compare.js';
import { checkAnswer } from './checks.js';

const document = (until: string) => ({
  period: '2020-21',
  partners: [{ id: 'a', until }, { id: 'b' }],
  pots: [
    { id: 'pool', lines: [{ id: 'staff', amount: '100.00' }], basis: { kind: 'equal' } },
    { id: 'own', members: ['a'], lines: [{ id: 'post', amount: '73.00', only: 'a' }], basis: { kind: 'equal' } },
  ],
});
const posted = {
  against: 'v1',
  alternatives: [
    { id: 'v1', name: 'All year', document: document('2021-04-01') },
    { id: 'v2', document: document('2020-10-01') },
  ],
};

function compared(raw: unknown = posted): CompareAnswer {
  const outcome = answerCompare(raw);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults));
  return outcome.value;
}

const failed = (answer: CompareAnswer) => checkAnswer(answer).flatMap(({ check, holds }) => (holds ? [] : [check]));

/** The answer with one alternative's total line, or one partner's figures in it, changed. */
const withTotal = (at: number, change: object): CompareAnswer => {
  const answer = compared();
  return { ...answer, alternatives: answer.alternatives.map((one, i) => (i === at ? { ...one, ...change } : one)) };
};
const withCell = (at: number, change: object): CompareAnswer => {
  const answer = compared();
  const [first, ...others] = answer.partners;
  const amounts = first!.amounts.map((one, i) => (i === at ? { ...one, ...change } : one));
  return { ...answer, partners: [{ ...first!, amounts }, ...others] };
};

it('checks down the columns and along the gaps, and says what it checked', () => {
  expect(compared().checks).toEqual([
    {
      check: 'columns-foot',
      holds: true,
      says: 'Each alternative’s total is what the partners pay and what is unallocated, together.',
    },
    {
      check: 'gaps-foot',
      holds: true,
      says: 'The gaps of the partners and of what is unallocated are the gap of the totals to those of v1.',
    },
  ]);
  expect(compared().alternatives.map(({ unallocated }) => unallocated)).toEqual(['0.00', '36.40']);
});

it('fails when a printed figure is a penny out', () => {
  expect(failed(withTotal(1, { total: '173.01' }))).toEqual(['columns-foot']);
  expect(failed(withTotal(0, { total: '172.99' }))).toEqual(['columns-foot']);
  expect(failed(withCell(1, { amount: '0.01' }))).toEqual(['columns-foot']);
  expect(failed(withTotal(1, { gap: '0.01' }))).toEqual(['gaps-foot']);
  expect(failed(withCell(1, { gap: '-0.01' }))).toEqual(['gaps-foot']);
  expect(failed(withTotal(1, { unallocated: '36.41' }))).toEqual(['columns-foot', 'gaps-foot']);
  expect(failed(withTotal(0, { unallocated: '0.01' }))).toEqual(['columns-foot', 'gaps-foot']);
});

it('names each alternative as posted, or by its id', () => {
  expect(compared().alternatives.map(({ name }) => name)).toEqual(['All year', 'v2']);
});

it('has the digest of the document and the version', () => {
  expect(compared().digest).toBe(digest({ document: posted, engine: ENGINE_VERSION }));
});

it('says in words what is wrong with a comparison', () => {
  const expected = (raw: unknown) => {
    const outcome = answerCompare(raw);
    return outcome.ok ? [] : outcome.faults.map((fault) => `${fault.pointer}: ${fault.expected}`);
  };
  const [one, other] = posted.alternatives;
  expect(expected({ against: 'v1', alternatives: [one] })).toEqual([
    '/alternatives: Expected at least two alternatives; came 1',
  ]);
  expect(expected({ against: 'v3', alternatives: [one, other] })).toEqual([
    '/against: Expected the id of one of the alternatives; came "v3"',
  ]);
  expect(expected({ against: 3, alternatives: [one, other] })).toEqual([
    '/against: Expected the id of one of the alternatives; came the number 3',
  ]);
  expect(expected({ against: 'v1', alternatives: [one, 7] })).toEqual([
    '/alternatives/1: Expected an object; came the number 7',
  ]);
  expect(expected(7)).toEqual([': Expected an object; came the number 7']);
  expect(expected({ against: 'v1', alternatives: [one, { ...other, name: 7 }] })).toEqual([
    '/alternatives/1/name: Expected text of at most 1000 characters; came the number 7',
  ]);
});
