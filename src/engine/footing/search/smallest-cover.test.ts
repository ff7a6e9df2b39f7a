import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { smallestCover } from './smallest-cover.js';
import { Work } from './work.js';

const cover = (conflicts: readonly (readonly number[])[]) => smallestCover(conflicts, new Work(100_000));

it('takes what explains most, then what stands first', () => {
  expect(
    cover([
      [1, 2, 3],
      [3, 4],
      [2, 5],
    ]),
  ).toEqual([2, 3]);
  expect(
    cover([
      [1, 2],
      [2, 3],
      [1, 3],
      [3, 9],
      [2, 3, 7],
    ]),
  ).toEqual([2, 3]);
  expect(cover([[7, 8, 9]])).toEqual([7]);
  expect(
    cover([
      [7, 8],
      [8, 9],
    ]),
  ).toEqual([8]);
  expect(
    cover([
      [4, 5],
      [1, 2],
    ]),
  ).toEqual([1, 4]);
});

it('says nothing when its work is spent', () => {
  expect(
    smallestCover(
      [
        [1, 2],
        [2, 3],
        [1, 3],
      ],
      new Work(2),
    ),
  ).toBeNull();
});

it('has a cell of each conflict, and as few cells as any set that has', () => {
  const anyConflict = fc.uniqueArray(fc.nat(7), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(anyConflict, { minLength: 1, maxLength: 9 }), (conflicts) => {
      const isCover = (cells: readonly number[]) => conflicts.every((one) => one.some((cell) => cells.includes(cell)));
      const sets = Array.from({ length: 256 }, (_, bits) =>
        Array.from({ length: 8 }, (__, i) => i).filter((i) => bits & (1 << i)),
      );
      const least = sets.filter(isCover).reduce((most, { length }) => (length < most ? length : most), 9);
      const found = cover(conflicts)!;
      expect(isCover(found)).toBe(true);
      expect(found).toHaveLength(least);
    }),
  );
});
