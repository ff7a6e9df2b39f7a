import { describe, expect, it } from '@jest/globals';
import { type Posted } from '../../../test/support/any-table.js';
import { readFootingDocument } from './read-document.js';

const good = (): Posted => ({
  display: 'rounded',
  columns: [{ id: 'x', unit: '0.5' }, { id: 'y' }],
  rows: [{ partner: 'a', cells: { x: '1.0' } }],
  totals: { y: '-2' },
  relations: [{ kind: 'percent', column: 'x', part: 'y', of: 'x' }],
});

const faultsOf = (raw: unknown): [string, string][] => {
  const read = readFootingDocument(raw);
  return read.ok ? [] : read.faults.map(({ pointer, code }) => [pointer, code]);
};

const bent = (bend: (document: Posted) => void) => {
  const document = good();
  document.relations = [{ kind: 'sum', column: 'x', of: ['y'] }];
  bend(document);
  return faultsOf(document);
};

describe('a table', () => {
  it('needs neither totals nor relations, nor a figure', () => {
    expect(faultsOf({ display: 'either', columns: [{ id: 'x' }], rows: [{ partner: 'a', cells: {} }] })).toEqual([]);
    expect(bent(() => undefined)).toEqual([]);
  });

  it.each([
    '1,000',
    '+1',
    '£1',
    '1%',
    '1.',
    '.5',
    '01',
    '1e3',
    '--1',
    '−1',
    ' 1',
    '',
    '١',
    '1'.repeat(33),
    1,
    null,
    true,
  ])('takes no figure but one as strictly printed: %j', (figure) =>
    expect(bent((d) => (d.rows[0].cells.x = figure))).toEqual([['/rows/0/cells/x', 'not-a-decimal']]),
  );

  it.each(['0', '-0.0', '-12.50', '1000000', '0.001', '9'.repeat(32)])('takes the figure %s', (figure) => {
    expect(bent((d) => (d.rows[0].cells.x = figure))).toEqual([]);
  });

  it.each<[string, (d: Posted) => void, [string, string][]]>([
    ['a column twice', (d) => d.columns.push({ id: 'x' }), [['/columns/2/id', 'duplicate-id']]],
    ['a partner twice', (d) => d.rows.push({ partner: 'a', cells: {} }), [['/rows/1/partner', 'duplicate-id']]],
    [
      'no columns',
      (d) => (d.columns = []),
      [
        ['/columns', 'missing-field'],
        ['/rows/0/cells/x', 'unknown-field'],
        ['/totals/y', 'unknown-field'],
        ['/relations/0/column', 'not-one-of'],
        ['/relations/0/of/0', 'not-one-of'],
      ],
    ],
    ['no rows', (d) => (d.rows = []), [['/rows', 'missing-field']]],
    ['a unit of nothing', (d) => (d.columns[0].unit = '0.00'), [['/columns/0/unit', 'not-a-decimal']]],
    ['a negative unit', (d) => (d.columns[0].unit = '-1'), [['/columns/0/unit', 'not-a-decimal']]],
    ['a null total', (d) => (d.totals = null), [['/totals', 'not-an-object']]],
    ['a relation of no kind', (d) => (d.relations = [{ kind: 'product' }]), [['/relations/0/kind', 'not-one-of']]],
    ['a relation that is none', (d) => (d.relations = ['sum']), [['/relations/0', 'not-an-object']]],
    ['a sum of nothing', (d) => (d.relations[0].of = []), [['/relations/0/of', 'missing-field']]],
    ['a sum of itself', (d) => (d.relations[0].of = ['x']), [['/relations/0/of/0', 'duplicate-id']]],
    ['a part of itself', (d) => (d.relations = good().relations), [['/relations/0/of', 'duplicate-id']]],
    [
      'an equal split over none',
      (d) => (d.relations = [{ kind: 'equal', column: 'x', over: 0 }]),
      [['/relations/0/over', 'not-a-whole-number']],
    ],
    [
      'an equal split with parts',
      (d) => (d.relations = [{ kind: 'equal', column: 'x', over: 2, of: [] }]),
      [['/relations/0/of', 'unknown-field']],
    ],
  ])('refuses %s', (_, bend, faults) => expect(bent(bend)).toEqual(faults));

  it('tells all that is missing', () => {
    expect(faultsOf({})).toEqual([
      ['/display', 'missing-field'],
      ['/columns', 'missing-field'],
      ['/rows', 'missing-field'],
    ]);
    expect(faultsOf([])).toEqual([['', 'not-an-object']]);
  });

  it('has its limits', () => {
    const rows = (count: number) => Array.from({ length: count }, (_, i) => ({ partner: `p${i}`, cells: {} }));
    expect(bent((d) => (d.rows = rows(999)))).toEqual([]);
    expect(bent((d) => (d.rows = rows(1_000)))).toEqual([['/rows', 'over-limit']]);
    expect(bent((d) => (d.rows = rows(1_001)))).toEqual([['/rows', 'over-limit']]);
    expect(bent((d) => (d.columns = Array.from({ length: 51 }, (_, i) => ({ id: `c${i}` }))))[0]).toEqual([
      '/columns',
      'over-limit',
    ]);
    expect(bent((d) => (d.relations = Array.from({ length: 51 }, () => d.relations[0])))).toEqual([
      ['/relations', 'over-limit'],
    ]);
    const many = (d: Posted) => {
      d.rows = rows(999);
      d.relations = Array.from({ length: 6 }, () => d.relations[0]);
    };
    expect(bent(many)).toEqual([['/relations', 'over-limit']]);
  });
});
