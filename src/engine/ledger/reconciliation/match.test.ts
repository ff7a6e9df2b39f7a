import { describe, expect, it } from '@jest/globals';
import { type LocalDate } from '../../calendar/local-date.js';
import { type Item, type OurItem, plainReference } from './item.js';
import { match } from './match.js';

const host = (id: string, on: string, pence: number, reference: string | null = null): Item => ({
  ...{ id, on: `2026-04-${on}` as LocalDate, reference, pence: BigInt(pence) },
});
const ours = (id: string, on: string, pence: number, reference: string | null = null, reverses: string | null = null) =>
  ({ ...host(id, on, pence, reference), reverses }) satisfies OurItem;
const shown = (one: readonly Item[], other: readonly OurItem[], days = 5) =>
  match({ host: one, ours: other }, days).map(
    ({ rule, ...ids }) => `${ids.host.join('+')} = ${ids.ours.join('+')}: ${rule}`,
  );

describe('one to one', () => {
  it('by reference and amount, however the reference is written and whatever the day', () => {
    expect(shown([host('a', '01', 500, 'BACS 0042/1')], [ours('x', '30', 500, 'bacs-00421')])).toEqual([
      'a = x: reference-and-amount',
    ]);
  });

  it('of several alike, the first with the first, and what is over is left', () => {
    const lines = [host('b', '02', 500, 'R'), host('a', '01', 500, 'R'), host('c', '03', 500, 'R')];
    expect(shown(lines, [ours('y', '09', 500, 'R'), ours('x', '08', 500, 'R')])).toEqual([
      'a = x: reference-and-amount',
      'b = y: reference-and-amount',
    ]);
  });

  it('by amount and day: the nearest day first, the earlier of two as near, none too far', () => {
    const near = [ours('x', '06', 500), ours('y', '10', 500), ours('z', '12', 500)];
    expect(shown([host('a', '11', 500), host('b', '08', 500)], near)).toEqual([
      'a = y: amount-and-day',
      'b = x: amount-and-day',
    ]);
    expect(shown([host('a', '11', 500)], [ours('x', '06', 500)])).toEqual(['a = x: amount-and-day']);
    expect(shown([host('a', '11', 500)], [ours('x', '05', 500)])).toEqual([]);
  });

  it('with no line that has its own reference on the other side', () => {
    expect(shown([host('a', '01', 10_000, 'R')], [ours('x', '01', 9_000, 'R'), ours('y', '01', 10_000, 'S')])).toEqual([
      'a = x: reference-alone',
    ]);
  });

  it('never by a reference of nothing', () => {
    expect(plainReference(host('a', '01', 1, ' –/ '))).toBeUndefined();
    expect(shown([host('a', '01', 1, '-')], [ours('x', '20', 1, '/')])).toEqual([]);
  });
});

describe('one to several, by their reference', () => {
  it('where they come to the same, either way round', () => {
    expect(shown([host('a', '01', 100, 'R')], [ours('x', '20', 60, 'R'), ours('y', '21', 40, 'R')])).toEqual([
      'a = x+y: sum-by-reference',
    ]);
    expect(shown([host('a', '01', 60, 'R'), host('b', '02', 40, 'R')], [ours('x', '20', 100, 'r')])).toEqual([
      'a+b = x: sum-by-reference',
    ]);
  });

  it('as an amount that differs where they do not', () => {
    expect(shown([host('a', '01', 100, 'R')], [ours('x', '20', 60, 'R'), ours('y', '21', 39, 'R')])).toEqual([
      'a = x+y: reference-alone',
    ]);
  });
});

describe('what was reversed', () => {
  const both = [ours('x', '01', 100, 'R'), ours('y', '09', -100, 'R', 'x')];

  it('goes with what reversed it, where the host has neither', () => {
    expect(shown([], both)).toEqual([' = x+y: reversed']);
  });

  it('is matched where the host has it, so that only the reversal is left', () => {
    expect(shown([host('a', '01', 100, 'R')], both)).toEqual(['a = x: reference-and-amount']);
  });
});

it('refuses two lines of one id', () => {
  expect(() => match({ host: [host('a', '01', 1), host('a', '02', 2)], ours: [] }, 5)).toThrow('Two lines have one id');
});
