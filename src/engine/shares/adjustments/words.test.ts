import { expect, it } from '@jest/globals';
import { answerShares } from '../calculate-shares.js';

const said = (adjustment: object) => {
  const outcome = answerShares({
    period: '2020-21',
    partners: [{ id: 'a' }, { id: 'b' }],
    pots: [{ id: 'p', lines: [{ id: 'staff', amount: '100.00' }], basis: { kind: 'equal' }, adjust: [adjustment] }],
  });
  return outcome.ok
    ? []
    : outcome.faults.map(({ pointer, expected }) => `${pointer.replace('/pots/0/adjust/0', '')}: ${expected}`);
};

it('says in words what is wrong with an adjustment, and takes what is just right', () => {
  for (const percent of ['-100', '0', '2.5']) expect(said({ kind: 'index', percent })).toEqual([]);
  expect(said({ kind: 'index', percent: '-100.01' })).toEqual([
    '/percent: Expected a rate that takes off no more than everything, "-100" or above',
  ]);
  expect(said({ kind: 'index', percent: 'x' })).toEqual([
    '/percent: Expected a percentage as text, such as "2.5"; came "x"',
  ]);
  expect(said({ kind: 'index', percent: '2', cap: 'x' })).toEqual([
    '/cap: Expected a percentage as text, such as "2.5"; came "x"',
  ]);
  expect(said({ kind: 'minimum', amount: '1.00', partners: ['a', 'a'] })).toEqual([
    expect.stringMatching(/^\/partners.*: Expected each member once$/),
  ]);
  expect(said({ kind: 'one-off', equal: '1.00', amounts: { a: '1.00' } })).toEqual([
    '/equal: Expected amounts or a total to split equally, not both',
  ]);
  const transition = (year: unknown, of: unknown = 3) => ({ kind: 'transition', from: { kind: 'equal' }, year, of });
  expect(said(transition(4))).toEqual(['/year: Expected a year from 0 to 3; came 4']);
});
