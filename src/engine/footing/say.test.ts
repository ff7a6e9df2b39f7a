import { describe, expect, it } from '@jest/globals';
import { type Posted } from '../../../test/support/any-table.js';
import { digest } from '../digest.js';
import { fraction } from '../money/fraction.js';
import { ENGINE_VERSION } from '../version.js';
import { readFigure } from './figure.js';
import { readFootingDocument } from './read-document.js';
import { sayCell, sayList, sayRange, showRange } from './say.js';
import { type Cell } from './table.js';

describe('words', () => {
  it('say a range by the ends that it has', () => {
    expect([
      sayRange({ from: '1', to: '2' }),
      sayRange({ from: '1', to: '1' }),
      sayRange({ from: '1', to: null }),
      sayRange({ from: null, to: '2' }),
      sayRange({ from: null, to: null }),
    ]).toEqual(['from 1 to 2', 'exactly 1', '1 or more', '2 or less', 'anything']);
  });

  it('say a cell by whose it is', () => {
    expect([sayCell({ partner: 'b', column: 'x' }), sayCell({ partner: null, column: 'x' })]).toEqual([
      'b’s x',
      'the total of x',
    ]);
  });

  it('list up to twelve, and then eleven and how many more', () => {
    const letters = (count: number) => Array.from({ length: count }, (_, i) => String.fromCharCode(97 + i));
    expect([sayList([]), sayList(['a']), sayList(['a', 'b']), sayList(['a', 'b', 'c'], 'or')]).toEqual([
      '',
      'a',
      'a and b',
      'a, b or c',
    ]);
    expect(sayList(letters(12))).toBe('a, b, c, d, e, f, g, h, i, j, k and l');
    expect(sayList(letters(13))).toBe('a, b, c, d, e, f, g, h, i, j, k and 2 more');
  });

  it('show a range outwards, to four further digits than are printed, in units of the column', () => {
    const cell = (text: string, unit = 1n) => ({ figure: readFigure(text), unit: fraction(unit) }) as Cell;
    const range = (from: bigint, to: bigint, over: bigint) => ({
      from: { at: fraction(from, over), closed: true },
      to: { at: fraction(to, over), closed: true },
    });
    expect(showRange(range(1n, 2n, 3n), cell('1'))).toEqual({ from: '0.3333', to: '0.6667' });
    expect(showRange(range(1n, 2n, 3n), cell('1.0'))).toEqual({ from: '0.33333', to: '0.66667' });
    expect(showRange(range(100n, 250n, 1n), cell('1', 10n))).toEqual({ from: '10', to: '25' });
    expect(showRange(range(-1n, 1n, 2n), cell('1'))).toEqual({ from: '-0.5', to: '0.5' });
    expect(showRange({ from: null, to: null }, cell('1'))).toEqual({ from: null, to: null });
  });
});

describe('limits', () => {
  const rows = (count: number) => Array.from({ length: count }, (_, i) => ({ partner: `p${i}`, cells: {} }));
  const table = (count: number, relations: Posted[]) => ({
    ...{ display: 'either', columns: [{ id: 'x' }, { id: 'y' }], rows: rows(count), relations },
  });
  const said = (document: Posted) => {
    const outcome = readFootingDocument(document);
    return outcome.ok ? outcome.value.digest : outcome.faults.map(({ pointer, expected }) => `${pointer}: ${expected}`);
  };
  const sum = { kind: 'sum', column: 'x', of: ['y'] };
  const equal = { kind: 'equal', column: 'x', over: 2 };

  it('are said with what came', () => {
    expect(said(table(1_000, []))).toEqual(['/rows: Expected at most 2000 cells with the totals; these are 2002']);
    expect(
      said(
        table(
          999,
          Array.from({ length: 6 }, () => sum),
        ),
      ),
    ).toEqual(['/relations: Expected relations that name at most 10000 cells, line by line; these name 12000']);
  });

  it('take what just fits, and seal it', () => {
    for (const document of [
      table(
        999,
        Array.from({ length: 5 }, () => sum),
      ),
      table(
        499,
        Array.from({ length: 5 }, () => equal),
      ),
    ])
      expect(said(document)).toBe(digest({ document, engine: ENGINE_VERSION }));
    expect(
      said(
        table(
          699,
          Array.from({ length: 5 }, () => equal),
        ),
      ),
    ).toEqual(['/relations: Expected relations that name at most 10000 cells, line by line; these name 10500']);
  });
});
