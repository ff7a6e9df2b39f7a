import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MOST_PENCE, type Pence, formatPounds, pence, readPounds, sumPence } from './pence.js';

describe('money as text', () => {
  it.each([
    ['0.00', 0n],
    ['0.05', 5n],
    ['-0.05', -5n],
    ['2103700.00', 210_370_000n],
    ['10000000000000.00', MOST_PENCE],
    ['-10000000000000.00', -MOST_PENCE],
  ])('reads %s', (text, expected) => {
    expect(readPounds(text)).toBe(expected);
  });

  it.each([
    ...[
      '1e3',
      '0.005',
      'NaN',
      'Infinity',
      '-Infinity',
      '1,000.00',
      '١٢٣',
      '١٢٣.٠٠',
      '−5',
      '−5.00',
      '-0',
      '-0.00',
      '+1.00',
    ],
    ...[
      '+5',
      '1',
      '1.',
      '.50',
      '1.5',
      '1.500',
      '01.00',
      '00.00',
      '1.00 ',
      ' 1.00',
      '1.00\n',
      '1_000.00',
      '0x10',
      '',
      '-',
      '£1.00',
    ],
    ...[
      '10000000000000.01',
      '-10000000000000.01',
      '9'.repeat(40),
      `${'9'.repeat(40)}.00`,
      '1.00e2',
      '1.0０',
      '--1.00',
      '1..00',
    ],
  ])('refuses %j (INV-12)', (text) => {
    expect(readPounds(text)).toBeUndefined();
  });

  it.each([
    [1],
    [1n],
    [null],
    [undefined],
    [['1.00']],
    [{ toString: () => '1.00' }],
    [true],
    [NaN],
    [new String('1.00')],
  ])('refuses what is not text: %p', (raw) => {
    expect(readPounds(raw)).toBeUndefined();
  });

  it('refuses a million digits at once', () => {
    expect(readPounds(`${'9'.repeat(1_000_000)}.00`)).toBeUndefined();
  });

  it('gives back what went in', () => {
    fc.assert(
      fc.property(fc.bigInt(-MOST_PENCE, MOST_PENCE), (n) => {
        expect(readPounds(formatPounds(pence(n)))).toBe(n);
      }),
    );
  });

  it('writes amounts of any size, since those on the way to an answer may be larger than any that is answered', () => {
    const large = 2n ** 53n;
    const all = [large - 1n, large, -large, large * 10n ** 9n].map((n) => formatPounds(n as Pence));
    expect(all).toEqual(['90071992547409.91', '90071992547409.92', '-90071992547409.92', '90071992547409920000000.00']);
  });

  it('reads nothing but what it would write', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[-+]?[0-9.,eE ]{0,20}$/), (text) => {
        const read = readPounds(text);
        if (read !== undefined) expect(formatPounds(read)).toBe(text);
      }),
    );
  });
});

describe('sums', () => {
  it('adds pence, and nothing to nothing', () => {
    expect(sumPence([pence(1n), pence(-3n)])).toBe(-2n);
    expect(sumPence([])).toBe(0n);
  });

  it('throws beyond what is handled', () => {
    expect(() => pence(MOST_PENCE + 1n)).toThrow('1000000000000001 pence is beyond what is handled');
    expect(() => sumPence([pence(MOST_PENCE), pence(1n)])).toThrow(RangeError);
  });
});
