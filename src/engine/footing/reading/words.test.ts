import { expect, it } from '@jest/globals';
import { type Posted } from '../../../../test/support/any-table.js';
import { readFootingDocument } from '../read-document.js';

const table = (): Posted => ({
  display: 'rounded',
  columns: [{ id: 'x' }, { id: 'y' }],
  rows: [{ partner: 'a', cells: { x: '1' } }],
});
const said = (change: (table: Posted) => void) => {
  const bent = table();
  change(bent);
  const outcome = readFootingDocument(bent);
  return outcome.ok ? [] : outcome.faults.map(({ pointer, expected }) => `${pointer}: ${expected}`);
};
const equalOver = (over: unknown) => said((d) => (d.relations = [{ kind: 'equal', column: 'x', over }]));

it.each<[string, (d: Posted) => void, string]>([
  [
    'no column',
    (d) => {
      d.columns = [];
      d.rows[0].cells = {};
    },
    '/columns: Expected at least one column',
  ],
  ['no row', (d) => (d.rows = []), '/rows: Expected at least one row'],
  ['a unit of nothing', (d) => (d.columns[0].unit = '0'), '/columns/0/unit: Expected a unit greater than nothing'],
  [
    'a sum of nothing',
    (d) => (d.relations = [{ kind: 'sum', column: 'x', of: [] }]),
    '/relations/0/of: Expected at least one column',
  ],
  [
    'a sum of itself',
    (d) => (d.relations = [{ kind: 'sum', column: 'x', of: ['x'] }]),
    '/relations/0/of/0: Expected another column; "x" is in this relation',
  ],
  [
    'a sum of no column',
    (d) => (d.relations = [{ kind: 'sum', column: 'x', of: ['z'] }]),
    '/relations/0/of/0: Expected the id of a column; came "z"',
  ],
  [
    'a sum of a number',
    (d) => (d.relations = [{ kind: 'sum', column: 'x', of: [7] }]),
    '/relations/0/of/0: Expected the id of a column; came the number 7',
  ],
])('says in words what is wrong with %s', (_, change, expected) => {
  expect(said(change)).toEqual([expected]);
});

it('takes a whole number of rows from 1 to 9999, as a number or as text', () => {
  for (const over of [1, 12, 9999, '1', '9999']) expect(equalOver(over)).toEqual([]);
  for (const [over, came] of [
    [0, 'the number 0'],
    [10_000, 'the number 10000'],
    ['012', '"012"'],
    ['1x', '"1x"'],
    ['x1', '"x1"'],
    ['1 ', '"1 "'],
    [null, 'null'],
    [[1], 'a list of 1'],
  ])
    expect(equalOver(over)).toEqual([
      `/relations/0/over: Expected a number of rows from 1 to 9999; came ${String(came)}`,
    ]);
});
