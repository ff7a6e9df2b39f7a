import { expect, it } from '@jest/globals';
import { readFootingDocument } from '../read-document.js';
import { type Relation } from '../relations/relation.js';
import { layOut } from '../table.js';
import { candidatesFor, masksOf } from './candidates.js';
import { minimise } from './minimise.js';
import { smallestCover } from './smallest-cover.js';
import { Work } from './work.js';

it('is left until more is taken than there was', () => {
  const work = new Work(3);
  expect([work.spend(2), work.isSpent(), work.spend(1), work.isSpent(), work.spend(1), work.isSpent()]).toEqual([
    ...[true, false, true, false, false, true],
  ]);
});

const conflicts = [
  [5, 1, 2],
  [2, 3],
  [3, 4, 1],
  [6, 7],
  [7, 6, 8],
];

it('keeps of cells in the same conflicts the first of the table, and none that another covers', () => {
  expect([...masksOf(conflicts)].map(([cell, mask]) => `${cell} ${mask.toString(2)}`).sort()).toEqual([
    ...['1 101', '2 11', '3 110', '4 100', '5 1', '6 11000', '7 11000', '8 10000'],
  ]);
  expect(candidatesFor(conflicts, new Work(1_000)).map(({ cell }) => cell)).toEqual([1, 2, 3, 6]);
  expect(candidatesFor(conflicts, new Work(2)).map(({ cell }) => cell)).toEqual([1, 2]);
});

it('knows the smallest set from some amount of work on, and says nothing with less', () => {
  const found = Array.from({ length: 60 }, (_, work) => smallestCover(conflicts, new Work(work)));
  const first = found.findIndex((set) => set !== null);
  expect(first).toBeGreaterThan(5);
  expect(found.slice(first)).toEqual(Array.from({ length: 60 - first }, () => [1, 2, 6]));
});

/** Three sums over one row, of which only the first two contradict each other, and a column beside them. */
const read = readFootingDocument({
  display: 'rounded',
  columns: ['x', 'y', 'z', 'a', 'b'].map((id) => ({ id })),
  rows: [{ partner: 'p', cells: { x: '10', a: '1', b: '1', z: '2' } }],
  relations: [
    { kind: 'sum', column: 'y', of: ['a', 'b'] },
    { kind: 'sum', column: 'x', of: ['y'] },
    { kind: 'sum', column: 'z', of: ['a', 'b'] },
  ],
});

it('leaves of the relations that contradict each other as few as still do', () => {
  if (!read.ok) throw new Error('The table was refused');
  const table = layOut(read.value);
  const words = (relations: readonly Relation[]) =>
    relations.map(({ words: said, row }) => `${said} of ${row ?? 'all'}`);
  const every = table.relations;
  const freed = new Set<number>();
  expect(words(minimise(table, every, freed, new Work(10_000)))).toEqual(['y = a + b of p', 'x = y of p']);
  expect(minimise(table, every, freed, new Work(0))).toEqual(every);
  const third = every.filter((relation) => relation.words === 'z = a + b');
  expect(minimise(table, third, freed, new Work(10_000))).toEqual(third);
});
