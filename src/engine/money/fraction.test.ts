import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatDecimal, showDecimal } from './decimal.js';
import { type Fraction, ONE, ZERO, add, compare, divide, floor, fraction, fromPence, gcd, isZero } from './fraction.js';
import { multiply, readDecimal, roundHalfAwayFromZero, showFraction, subtract, sum } from './fraction.js';

const whole = fc.bigInt(-(10n ** 30n), 10n ** 30n);
const anyFraction = fc
  .tuple(
    whole,
    whole.filter((d) => d !== 0n),
  )
  .map(([n, d]) => fraction(n, d));
const same = (a: Fraction, b: Fraction) => compare(a, b) === 0;

describe('exact fractions', () => {
  it('works out examples', () => {
    expect(showFraction(add(fraction(1n, 6n), fraction(1n, 3n)))).toBe('1/2');
    expect(showFraction(subtract(fraction(1n, 6n), fraction(1n, 3n)))).toBe('-1/6');
    expect(showFraction(multiply(fraction(2n, 3n), fraction(3n, 4n)))).toBe('1/2');
    expect(showFraction(divide(fraction(2n, 3n), fraction(-4n, 3n)))).toBe('-1/2');
    expect(showFraction(fraction(238n, 374n))).toBe('7/11');
    expect(showFraction(fromPence(300n))).toBe('300');
    expect(showFraction(add(fraction(1n, 7n), fraction(2n, 7n)))).toBe('3/7');
    expect([gcd(0n, 0n), gcd(-4n, 6n), gcd(4n, -6n), gcd(0n, -5n)]).toEqual([0n, 2n, 2n, 5n]);
    expect(isZero(subtract(fraction(2n, 4n), fraction(1n, 2n)))).toBe(true);
    expect(isZero(fraction(1n, 2n))).toBe(false);
    expect([ZERO, ONE].map(showFraction)).toEqual(['0', '1']);
  });

  it('refuses nothing as a denominator', () => {
    expect(() => fraction(1n, 0n)).toThrow('Nothing divides by nothing');
    expect(() => divide(fraction(1n), fraction(0n))).toThrow(RangeError);
  });

  it('keeps the laws of arithmetic', () => {
    fc.assert(
      fc.property(anyFraction, anyFraction, anyFraction, (a, b, c) => {
        expect(same(multiply(a, add(b, c)), add(multiply(a, b), multiply(a, c)))).toBe(true);
        expect(same(subtract(add(a, b), b), a)).toBe(true);
        expect(same(sum([a, b, c]), sum([c, a, b]))).toBe(true);
        if (!isZero(b)) expect(same(multiply(divide(a, b), b), a)).toBe(true);
      }),
    );
  });

  it('is left as it is written until its denominator is large', () => {
    expect(fraction(2n, 4n)).toEqual({ numerator: 2n, denominator: 4n });
    const large = 1n << 128n;
    expect(fraction(2n, large)).toEqual({ numerator: 2n, denominator: large });
    expect(fraction(2n, large + 2n)).toEqual({ numerator: 1n, denominator: large / 2n + 1n });
  });

  it('keeps denominators in hand over a long sum', () => {
    const many = Array.from({ length: 500 }, (_, i) => fraction(1n, BigInt((i % 7) + 2)));
    expect(sum(many).denominator < 1n << 160n).toBe(true);
  });

  it('orders as subtraction does', () => {
    fc.assert(
      fc.property(anyFraction, anyFraction, (a, b) => {
        const difference = subtract(a, b).numerator;
        expect(compare(a, b)).toBe(difference === 0n ? 0 : difference < 0n ? -1 : 1);
      }),
    );
  });
});

describe('rounding', () => {
  it.each([
    [1n, 2n, 1n, 0n],
    [-1n, 2n, -1n, -1n],
    [3n, 2n, 2n, 1n],
    [-3n, 2n, -2n, -2n],
    [1n, 3n, 0n, 0n],
    [-1n, 3n, 0n, -1n],
    [-2n, 3n, -1n, -1n],
    [4n, 2n, 2n, 2n],
    [-4n, 2n, -2n, -2n],
  ])('%s/%s is %s to the nearest, %s rounded down', (n, d, nearest, down) => {
    expect(roundHalfAwayFromZero(fraction(n, d))).toBe(nearest);
    expect(floor(fraction(n, d))).toBe(down);
  });

  it('is never further than half, and a half goes away from zero', () => {
    fc.assert(
      fc.property(anyFraction, (f) => {
        const nearest = fraction(roundHalfAwayFromZero(f));
        const off = subtract(nearest, f);
        const distance = compare(off, fraction(0n)) < 0 ? subtract(f, nearest) : off;
        expect(compare(distance, fraction(1n, 2n))).not.toBe(1);
        expect(roundHalfAwayFromZero(multiply(f, fraction(-1n)))).toBe(0n - nearest.numerator);
        expect(compare(fraction(floor(f)), f)).not.toBe(1);
        expect(compare(fraction(floor(f) + 1n), f)).toBe(1);
      }),
    );
  });
});

describe('decimals as text', () => {
  it.each([
    ['0', '0'],
    ['61', '61'],
    ['25.76', '644/25'],
    ['0.10', '1/10'],
  ])('reads %s', (text, expected) => {
    expect(showFraction(readDecimal(text)!)).toBe(expected);
  });

  it.each([
    ...[
      '-1',
      '+1',
      '1e3',
      '1E3',
      'NaN',
      'Infinity',
      '1,000',
      '١٢٣',
      '−5',
      '.5',
      '5.',
      '01',
      '',
      ' 1',
      '1 ',
      '1_0',
      '0x1f',
      '1\n',
    ],
    ...['9'.repeat(40), '1/2', '5%', '٣', '1.2.3', '-0'],
  ])('refuses %j', (text) => {
    expect(readDecimal(text)).toBeUndefined();
  });

  it('reads up to 32 characters', () => {
    const most = '9'.repeat(32);
    expect(readDecimal(most)).toEqual(fraction(BigInt(most)));
    expect(readDecimal(`${most}9`)).toBeUndefined();
    expect(readDecimal('1234.5')).toEqual({ numerator: 12_345n, denominator: 10n });
  });

  it.each([[1], [1n], [null], [undefined], [['1']], [{}]])('refuses what is not text: %p', (raw) => {
    expect(readDecimal(raw)).toBeUndefined();
  });

  it('shows a number to so many places, halves away from zero', () => {
    expect(formatDecimal(fraction(1n, 3n), 2)).toBe('0.33');
    expect(formatDecimal(fraction(5n, 1000n), 2)).toBe('0.01');
    expect(formatDecimal(fraction(-5n, 1000n), 2)).toBe('-0.01');
    expect(formatDecimal(fraction(7n, 2n), 0)).toBe('4');
    expect(formatDecimal(fraction(-1n, 1000n), 2)).toBe('0.00');
    expect(showDecimal(fraction(644n, 25n))).toBe('25.76');
    expect(showDecimal(fraction(2n, 6n))).toBe('1/3');
    expect(formatDecimal(fraction(0n), 2)).toBe('0.00');
    expect(showDecimal(fraction(1n, 10n ** 12n))).toBe('0.000000000001');
    expect(showDecimal(fraction(1n, 10n ** 13n))).toBe(`1/${10n ** 13n}`);
  });
});
