import { describe, expect, it } from '@jest/globals';
import { formatDecimal, showDecimal } from './decimal.js';
import { fraction } from './fraction.js';
import { isPence, MOST_PENCE, pence } from './pence.js';

/** The digits of n ÷ d to so many places, a half away from zero, by whole numbers alone. */
function byHand(n: bigint, d: bigint, places: number): string {
  const size = n < 0n ? -n : n;
  const nearest = String((2n * size * 10n ** BigInt(places) + d) / (2n * d)).padStart(places + 1, '0');
  return `${n < 0n ? '-' : ''}${nearest.slice(0, -places)}.${nearest.slice(-places)}`;
}

describe('numbers on both sides of 2^53', () => {
  it('are shown to the same digits', () => {
    for (const n of [2n ** 44n + 1n, 2n ** 46n - 3n, 2n ** 47n + 7n, 2n ** 53n + 1n, 2n ** 80n + 5n])
      for (const d of [7n, 1_000_003n, 2n ** 52n + 5n, 2n ** 53n + 9n, 2n ** 70n + 11n])
        for (const sign of [1n, -1n]) {
          const shown = formatDecimal(fraction(sign * n, d), 2);
          expect([n, d, shown]).toEqual([n, d, byHand(sign * n, d, 2).replace(/^-0\.00$/, '0.00')]);
        }
  });

  it('are halves away from zero where twice the number only just fits, or just does not', () => {
    const half = (whole: bigint) => formatDecimal(fraction(whole * 2n + 1n, 2n), 0);
    for (const whole of [2n ** 50n, 2n ** 51n - 2n, 2n ** 51n - 1n, 2n ** 51n, 2n ** 52n, 2n ** 53n, 2n ** 60n])
      expect([whole, half(whole), half(-whole - 1n)]).toEqual([whole, String(whole + 1n), String(-whole - 1n)]);
  });

  it('are decimals of at most twelve places, or fractions', () => {
    expect(showDecimal(fraction(2n ** 60n + 1n, 4n))).toBe('288230376151711744.25');
    expect(showDecimal(fraction(1n, 10n ** 12n))).toBe('0.000000000001');
    expect(showDecimal(fraction(1n, 10n ** 13n))).toBe('1/10000000000000');
  });
});

it('money ends at 10^15 pence on either side, which is still money', () => {
  expect([MOST_PENCE, -MOST_PENCE].map(isPence)).toEqual([true, true]);
  expect([MOST_PENCE + 1n, -MOST_PENCE - 1n].map(isPence)).toEqual([false, false]);
  for (const beyond of [MOST_PENCE + 1n, -MOST_PENCE - 1n]) expect(() => pence(beyond)).toThrow(RangeError);
});
