import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cases } from '../../../test/support/cases.js';
import { wholeOf } from './digits.js';
import { gcd, readDecimal } from './fraction.js';
import { powerOfTen } from './powers.js';
import { fromSmall, gcdOfSmall, remainder, toSmall } from './small.js';

it('adds up digits, with or without a point, and nothing else', () => {
  expect(wholeOf('0', 0, -1)).toBe(0);
  expect(wholeOf('-0.05', 1, 2)).toBe(5);
  expect(wholeOf('12.345', 0, 2)).toBe(12_345);
  expect(wholeOf('9'.repeat(15), 0, -1)).toBe(999_999_999_999_999);
  for (const text of ['1.2.3', '1,2', '-1', '1e3', '1/2', '1:2', '٣', ' 1'])
    expect([text, wholeOf(text, 0, -1)]).toEqual([text, NaN]);
});

it('reads decimals of any length, on either side of what is added up digit by digit', () => {
  for (const length of [14, 15, 16, 17, 31, 32]) {
    const nines = '9'.repeat(length);
    expect(readDecimal(nines)).toEqual({ numerator: BigInt(nines), denominator: 1n });
    const [tenths, below] = [`${nines.slice(2)}.9`, `0.${nines.slice(2)}`];
    expect(readDecimal(tenths)).toEqual({ numerator: BigInt(nines.slice(1)), denominator: 10n });
    expect(readDecimal(below)).toEqual({ numerator: BigInt(nines.slice(2)), denominator: 10n ** BigInt(length - 2) });
    for (const wrong of [`0${nines.slice(1)}`, `${nines.slice(1)}.`, `.${nines.slice(1)}`, `-${nines.slice(1)}`])
      expect([wrong, readDecimal(wrong)]).toEqual([wrong, undefined]);
  }
  expect(readDecimal('9'.repeat(33))).toBeUndefined();
});

it('passes whole numbers below 2^53 between both kinds, and says which are not', () => {
  const most = Number.MAX_SAFE_INTEGER;
  const all = [0, 1, -1, 2 ** 31, -(2 ** 31), 2 ** 32 - 1, 2 ** 32, -(2 ** 32), -(2 ** 32) - 1, most, -most];
  expect(all.map((n) => toSmall(fromSmall(n)))).toEqual(all);
  expect(all.map(fromSmall)).toEqual(all.map(BigInt));
  for (const large of [2n ** 53n, 2n ** 63n, 2n ** 64n + 5n]) {
    expect([toSmall(large), toSmall(-large)]).toEqual([NaN, NaN]);
  }
  fc.assert(
    fc.property(fc.maxSafeInteger(), (n) => expect([toSmall(BigInt(n)), fromSmall(n)]).toEqual([n, BigInt(n)])),
  );
});

it('finds their greatest common divisor, and comes to an end also for what is no number', () => {
  expect([gcdOfSmall(12, 18), gcdOfSmall(0, 5), gcdOfSmall(5, 0), gcdOfSmall(0, 0)]).toEqual([6, 5, 5, 0]);
  expect([gcdOfSmall(NaN, 5), gcdOfSmall(5, NaN)].every((n) => Number.isNaN(n) || n === 5)).toBe(true);
});

it('divides such numbers with a remainder, up to the largest', () => {
  const any = fc.maxSafeNat();
  fc.assert(
    fc.property(any, fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), fc.nat(100), (a, b, less) => {
      expect(remainder(a, b)).toBe(a % b);
      // Just below a multiple, where a quotient that is rounded comes nearest to the next whole one.
      const below = b * Math.floor(Number.MAX_SAFE_INTEGER / b) - less;
      if (below >= 0) expect(remainder(below, b)).toBe(below % b);
    }),
    cases(1_000),
  );
});

it('finds the greatest common divisor of numbers on either side of those that JavaScript has exactly', () => {
  const most = BigInt(Number.MAX_SAFE_INTEGER);
  // 2^53 + 1 is divided by 3, and the nearest of JavaScript's numbers, 2^53, is not.
  expect(gcd(most + 2n, 3n)).toBe(3n);
  expect(gcd(3n, most + 2n)).toBe(3n);
  expect(gcd((most + 2n) * 7n, (most + 2n) * 5n)).toBe(most + 2n);
  expect(gcd(-(most * 6n), most * 4n)).toBe(most * 2n);
  expect([gcd(0n, 0n), gcd(0n, -4n), gcd(4n, 0n), gcd(most, most), gcd(most * 9n, most)]).toEqual([
    ...[0n, 4n, 4n],
    ...[most, most],
  ]);
});

it('divides both by it, and by nothing larger', () => {
  const any = fc.bigInt(1n, 10n ** 30n);
  const euclid = (a: bigint, b: bigint): bigint => (b === 0n ? a : euclid(b, a % b));
  fc.assert(
    fc.property(any, any, fc.bigInt(1n, 10n ** 20n), (a, b, times) => {
      expect(gcd(a * times, -b * times)).toBe(euclid(a, b) * times);
    }),
    cases(200),
  );
});

it('knows the powers of ten, also those that it does not keep', () => {
  for (const places of [0, 1, 2, 32, 33, 50]) expect(powerOfTen(places)).toBe(10n ** BigInt(places));
});
