import { describe, expect, it } from '@jest/globals';
import { type Posted } from '../../../../test/support/any-table.js';
import { fraction, showFraction } from '../../money/fraction.js';
import { answerFooting } from '../check-footing.js';
import { type Interval } from '../intervals/interval.js';
import { turnOf } from './percent-form.js';

const answered = (document: Posted) => {
  const outcome = answerFooting(document);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults));
  return outcome.value;
};
const shares = {
  display: 'rounded',
  columns: [{ id: 'amount' }, { id: 'sharePercent' }, { id: 'each' }],
  rows: [
    { partner: 'a', cells: { amount: '30', sharePercent: '30', each: '5' } },
    { partner: 'b', cells: { amount: '70', sharePercent: '70', each: '5' } },
  ],
  totals: { amount: '100', sharePercent: '100', each: '10' },
  relations: [{ kind: 'equal', column: 'each', over: 2 }],
};
const held = (document: Posted) => answered(document).working.map(({ words }) => words)[1];

it('looks down every column, along every row and across', () => {
  const says = (count: number) => `${count} relations are held against them, one by one and together.`;
  expect(held(shares)).toBe(says(8));
  expect(held({ ...shares, relations: [] })).toBe(says(6));
  expect(held({ ...shares, totals: { amount: '100', each: '10' } })).toBe(says(7));
  expect(
    held({
      ...shares,
      rows: shares.rows.map(({ partner, cells: { amount, each } }) => ({ partner, cells: { amount, each } })),
    }),
  ).toBe(says(5));
});

it('holds no column without a row with a figure, nor a total, to a sum', () => {
  const empty = { display: 'rounded', columns: [{ id: 'x' }], rows: [{ partner: 'a', cells: {} }], totals: { x: '7' } };
  expect(answered(empty).holds).toBe(true);
  expect(held(empty)).toContain('0 relations');
});

it('has a relation that is stated though it is usual once', () => {
  const rise = {
    display: 'rounded',
    columns: [{ id: 'amount' }, { id: 'previous' }, { id: 'increase' }],
    rows: [{ partner: 'a', cells: { amount: '5', previous: '1', increase: '1' } }],
  };
  const twice = { ...rise, relations: [{ kind: 'sum', column: 'amount', of: ['increase', 'previous'] }] };
  expect(answered(twice).contradictions).toHaveLength(1);
  expect(answered(twice).contradictions[0]?.relation).toBe('amount = previous + increase');
});

describe('a rise as a part of what it rose to', () => {
  const write = (interval: Interval | null) =>
    interval &&
    [interval.from, interval.to].map((end) => (end ? `${showFraction(end.at)}${end.closed ? '' : ' open'}` : null));
  const end = (at: bigint, closed = true) => ({ at: fraction(at), closed });
  const { there, back } = turnOf('within');

  it('is read both ways, to nothing as far as it goes', () => {
    expect(write(there({ from: end(0n), to: end(100n) }))).toEqual(['0', '50']);
    expect(write(there({ from: end(25n), to: null }))).toEqual(['20', '100 open']);
    expect(write(back({ from: end(20n), to: end(50n) }))).toEqual(['25', '100']);
    expect(write(back({ from: null, to: end(50n) }))).toEqual(['-100 open', '100']);
  });

  it('says nothing across the fall to nothing, which it only comes near', () => {
    expect(there({ from: end(-150n), to: end(0n) })).toBeNull();
    expect(there({ from: end(-100n), to: end(0n) })).toBeNull();
    expect(there({ from: end(-200n), to: end(-100n) })).toBeNull();
    expect(write(there({ from: end(-100n, false), to: end(0n) }))).toEqual([null, '0']);
    expect(write(there({ from: end(-200n), to: end(-100n, false) }))).toEqual(['200', null]);
    expect(there({ from: null, to: null })).toBeNull();
    expect(back({ from: end(50n), to: end(100n) })).toBeNull();
    expect(write(back({ from: end(50n), to: end(100n, false) }))).toEqual(['100', null]);
  });
});
