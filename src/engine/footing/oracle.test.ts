import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cases } from '../../../test/support/cases.js';
import { type Posted } from '../../../test/support/any-table.js';
import { answerFooting } from './check-footing.js';

/**
 * Tables of whole numbers tried out value by value, in halves. A rounded figure of whole numbers stands for what lies
 * within a half of it; sums along rows and down columns have a solution exactly when they have one in halves (the corners
 * of such a set are whole when its bounds are), so that trying them all settles what the engine only narrows.
 */
type Grid = readonly (readonly (number | undefined)[])[];

const COLUMNS = ['previous', 'increase', 'amount'] as const;
const [LEAST, MOST] = [-16, 22];

/** In halves. A cell that is not printed, or freed, may be anything in reach. */
const fits = (value: number, printed: number | undefined): boolean =>
  printed === undefined || Math.abs(value - 2 * printed) <= 1;

function* rowsThatFit([previous, increase, amount]: readonly (number | undefined)[]): Generator<
  readonly [number, number, number]
> {
  const range = (printed: number | undefined) =>
    printed === undefined ? { from: LEAST, to: MOST } : { from: 2 * printed - 1, to: 2 * printed + 1 };
  const [p, i] = [range(previous), range(increase)];
  for (let a = p.from; a <= p.to; a += 1)
    for (let b = i.from; b <= i.to; b += 1) if (fits(a + b, amount)) yield [a, b, a + b];
}

/** Whether true values exist. The sum of a column binds its total only where all its rows are printed. */
function exists(grid: Grid, isSummed: readonly boolean[], sums: readonly number[] = [0, 0, 0], at = 0): boolean {
  if (at === grid.length - 1) {
    const totals = grid[at]!;
    if (isSummed.every(Boolean)) return sums.every((sum, c) => fits(sum, totals[c]));
    for (const line of rowsThatFit(totals)) if (line.every((n, c) => !isSummed[c] || n === sums[c])) return true;
    return false;
  }
  for (const row of rowsThatFit(grid[at]!))
    if (
      exists(
        grid,
        isSummed,
        sums.map((sum, c) => sum + row[c]!),
        at + 1,
      )
    )
      return true;
  return false;
}

const summed = (grid: Grid) => COLUMNS.map((_, c) => grid.slice(0, -1).every((row) => row[c] !== undefined));

function fewest(grid: Grid): number {
  const isSummed = summed(grid);
  const places = grid.flatMap((row, r) => row.flatMap((cell, c) => (cell === undefined ? [] : [[r, c] as const])));
  const free = (from: number, left: number, freed: Grid): boolean => {
    if (left === 0) return exists(freed, isSummed);
    for (let i = from; i < places.length; i += 1) {
      const [r, c] = places[i]!;
      const next = freed.map((row, y) => row.map((cell, x) => (y === r && x === c ? undefined : cell)));
      if (free(i + 1, left - 1, next)) return true;
    }
    return false;
  };
  for (let count = 0; ; count += 1) if (free(0, count, grid)) return count;
}

const post = (grid: Grid): Posted => {
  const cells = (row: readonly (number | undefined)[]) =>
    Object.fromEntries(COLUMNS.flatMap((id, c) => (row[c] === undefined ? [] : [[id, String(row[c])]])));
  return {
    display: 'rounded',
    columns: COLUMNS.map((id) => ({ id })),
    rows: grid.slice(0, -1).map((row, i) => ({ partner: `p${i}`, cells: cells(row) })),
    totals: cells(grid.at(-1)!),
  };
};

const answered = (grid: Grid) => {
  const outcome = answerFooting(post(grid));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults));
  return outcome.value;
};

const anyCell = (most: number) => fc.option(fc.nat(most), { nil: undefined, freq: 6 });
const anyRow = (most: number) => fc.tuple(anyCell(most), anyCell(most), anyCell(most));
const anyGrid = (rows: number): fc.Arbitrary<Grid> =>
  fc
    .tuple(fc.array(anyRow(3), { minLength: rows, maxLength: rows }), anyRow(6))
    .map(([all, totals]) => [...all, totals]);

describe('against every value tried out', () => {
  it('one row is judged exactly, and its smallest set is the smallest', () => {
    fc.assert(
      fc.property(anyRow(6), (row) => {
        const grid = [row, [undefined, undefined, undefined]];
        const { holds, smallest } = answered(grid);
        expect({ holds, count: smallest.length }).toEqual({ holds: exists(grid, summed(grid)), count: fewest(grid) });
      }),
      cases(200),
    );
  });

  it('nothing is called wrong that may be right, and no set is larger than it need be', () => {
    const seen = { all: 0, same: 0 };
    fc.assert(
      fc.property(anyGrid(2), (grid) => {
        const { holds, smallest, search } = answered(grid);
        const count = fewest(grid);
        expect(search.complete).toBe(true);
        if (count === 0) expect(holds).toBe(true);
        expect(smallest.length).toBeLessThanOrEqual(count);
        seen.all += 1;
        if (smallest.length === count) seen.same += 1;
      }),
      cases(80),
    );
    // Narrowing looks at one relation at a time, so it may show less than there is; on tables as small as these it hardly does.
    expect(seen.same / seen.all).toBeGreaterThan(0.95);
  });
});
