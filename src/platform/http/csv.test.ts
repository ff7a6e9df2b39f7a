import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { asItWas, writeCsv } from './csv.js';

const only = (value: string | number | bigint | null) => writeCsv(['a'], [[value]]).slice('\ufeffa\r\n'.length, -2);

describe('a cell', () => {
  it.each([
    ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
    ['+1', `"'+1"`],
    ['-1', `"'-1"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['\t=1', `"'\t=1"`],
    ['＝1', `"'＝1"`],
    ['－1', `"'－1"`],
    ['  =1', `"'  =1"`],
    ['"=1', `"'""=1"`],
    ['a\n=1', `"a\n'=1"`],
    ['a\r\n+1', `"a\r\n'+1"`],
    ['a=1', 'a=1'],
    ['1, 2', '"1, 2"'],
    ['', ''],
  ])('of the text %j is written as %j', (value, written) => {
    expect(only(value)).toBe(written);
  });

  it('of a number is written as it is', () => {
    expect([only(-5), only(-5n), only(null)]).toEqual(['-5', '-5', '']);
    const amounts = ['-5.00', '-5.00+1', '=5.00'].map((value) => writeCsv(['a', 'b'], [[value, value]], new Set([1])));
    expect(amounts.map((text) => text.slice('\ufeffa,b\r\n'.length, -2))).toEqual([
      ...[`"'-5.00",-5.00`, `"'-5.00+1","'-5.00+1"`, `"'=5.00","'=5.00"`],
    ]);
  });
});

it('is never a formula, whatever the text (INV-28), and the text is had back', () => {
  const hostile = fc.string({ unit: fc.constantFrom(...'=+-@\t\n\r"\' ,a1＝＋－＠'), maxLength: 12 });
  fc.assert(
    fc.property(hostile, (text) => {
      const written = only(text);
      const read = written.startsWith('"') ? written.slice(1, -1).replaceAll('""', '"') : written;
      for (const line of read.split(/[\r\n]/)) expect(line).not.toMatch(/^[\s"]*[=+\-@\t＝＋－＠]/);
      expect(asItWas(read)).toBe(text);
    }),
    { numRuns: 5_000 },
  );
});
