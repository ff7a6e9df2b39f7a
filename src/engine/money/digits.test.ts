import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cases } from '../../../test/support/cases.js';
import { wholeOf } from './digits.js';
import { gcd } from './fraction.js';
import { powerOfTen } from './powers.js';

it('reads digits of any length, with or without a point and a sign', () => {
  expect(wholeOf('0', -1)).toBe(0n);
  expect(wholeOf('-0.05', 2)).toBe(-5n);
  expect(wholeOf('12.345', 2)).toBe(12_345n);
  // Either side of what is added up digit by digit.
  for (const length of [14, 15, 16, 17, 32]) {
    const nines = '9'.repeat(length);
    expect(wholeOf(nines, -1)).toBe(BigInt(nines));
    expect(wholeOf(`${nines.slice(2)}.9`, length - 2)).toBe(BigInt(nines.slice(1)));
    expect(wholeOf(`-${nines.slice(3)}.9`, length - 2)).toBe(-BigInt(nines.slice(2)));
  }
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
