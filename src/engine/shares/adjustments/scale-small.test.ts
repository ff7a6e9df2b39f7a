import { expect, it } from '@jest/globals';
import { type ExactParts, partAt } from '../../money/exact-parts.js';
import { type Fraction, fraction, showFraction } from '../../money/fraction.js';
import { scaleLarge } from './scale-between.js';
import { scaleSmall } from './scale-small.js';
import { type Scaled } from './scaled.js';

const MOST = BigInt(Number.MAX_SAFE_INTEGER);

/** Whole numbers of up to so many bits, the same each time. */
function numbers(seed: number): (bits: number) => bigint {
  let state = BigInt(seed) * 7919n + 1n;
  return (bits) => {
    state = (state * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n) % 2n ** 64n;
    return state >> BigInt(64 - bits);
  };
}

const show = ({ exact, factor }: Scaled) => ({
  amounts: exact.parts.map((_, i) => showFraction(partAt(exact, i))),
  factor: factor && showFraction(fraction(factor.numerator, factor.denominator)),
});

const small = (exact: ExactParts, most: readonly (Fraction | null)[]) =>
  scaleSmall(exact, { least: most.map(() => null), most });
const large = (exact: ExactParts, most: readonly (Fraction | null)[]) =>
  scaleLarge(exact, { least: most.map(() => null), most });

/** A cap of four, its numbers of so many bits, its bounds around the amounts. */
function draw(seed: number): { exact: ExactParts; most: readonly (Fraction | null)[] } {
  const next = numbers(seed);
  const bits = 4 + (seed % 50);
  const over = 1n + next(1 + (seed % 6));
  const of = 1n + next(1 + (seed % 5));
  const parts = Array.from({ length: 4 }, () => next(bits));
  const most = parts.map((part) => {
    if (next(2) === 0n) return null;
    const twentieths = 14n + next(4);
    return fraction((part * of * twentieths) / (over * 20n), next(2) === 0n ? of + 1n : of);
  });
  return { exact: { parts, over }, most };
}

it('comes to what numbers of any size come to, or leaves it to them, up to the largest that are exact', () => {
  const known = Array.from({ length: 1_500 }, (_, seed) => {
    const { exact, most } = draw(seed);
    const found = small(exact, most);
    if (!found) return null;
    expect([seed, show(found)]).toEqual([seed, show(large(exact, most))]);
    return found.factor !== null;
  });
  const count = (what: boolean | null) => known.filter((one) => one === what).length;
  expect(count(true)).toBeGreaterThan(400);
  expect(count(false)).toBeGreaterThan(25);
  expect(count(null)).toBeGreaterThan(150);
});

const bounds = (...most: readonly (Fraction | null)[]) => most;
/** 2^53 − 1 is 6361 × 69431 × 20394401. */
const [LOW, HIGH] = [6361n * 69431n, 20394401n];

it.each([
  ['a sum', [MOST - 1n, 1n], bounds(null, null)],
  ['one amount', [MOST], bounds(null)],
  ['a bound', [1n, 1n], bounds(fraction(MOST), null)],
  ['a denominator', [1n], bounds(fraction(1n, MOST))],
  ['two denominators together', [1n, 0n], bounds(fraction(1n, LOW), fraction(1n, HIGH))],
  ['two that share a factor', [1n, 0n], bounds(fraction(1n, 2n * LOW), fraction(1n, HIGH - 3n))],
  ['a product that reaches its bound’s', [6361n, MOST / 6361n - 6361n], bounds(fraction(6362n), null)],
  ['a bound’s product', [6400n, MOST / 6361n - 6400n], bounds(fraction(6361n), fraction(1n))],
  ['an amount’s product past it', [2n ** 27n + 1n, 1n], bounds(fraction(1n), null)],
  ['a bound’s product past it', [1n, 2n ** 27n], bounds(fraction(2n ** 40n), null)],
  ['a level that can be shortened', [2n ** 27n + 1n, 2n ** 27n - 1n], bounds(null, null)],
  ['no bound and no weight where all others are bound', [2n, 0n], bounds(fraction(1n), null)],
  ['a bound of nothing', [2n, 1n], bounds(fraction(0n), null)],
])('takes in small numbers, to the last of them: %s', (_, parts, most) => {
  const found = small({ parts, over: 1n }, most);
  expect(found && show(found)).toEqual(show(large({ parts, over: 1n }, most)));
});

it('shortens what the sum and its denominator share', () => {
  const exact = { parts: [2n ** 30n - 1n, 1n], over: 2n ** 30n };
  const found = small(exact, [fraction(1n), null]);
  expect(found && show(found)).toEqual(show(large(exact, [fraction(1n), null])));
});

it.each([
  ['a sum', [MOST, 1n], 1n, bounds(null, null)],
  ['a sum, whatever its parts share', [MOST - 1n, 2n], 2n, bounds(null, null)],
  ['one amount', [MOST + 1n], 1n, bounds(null)],
  ['what the sum is over', [1n], MOST + 1n, bounds(null)],
  ['a bound', [1n, 1n], 1n, bounds(fraction(MOST + 1n), null)],
  ['a denominator', [1n], 1n, bounds(fraction(1n, MOST + 1n))],
  ['two denominators together', [1n, 0n], 1n, bounds(fraction(1n, 2n * LOW), fraction(1n, HIGH))],
  ['the sum in what they share', [1n, 1n], 1n, bounds(fraction(1n, MOST), null)],
  ['both of what is compared', [2n ** 27n + 1n, 2n ** 27n - 1n], 1n, bounds(fraction(2n ** 27n + 5n), null)],
  ['what one has at the level', [2n ** 40n, 2n ** 40n + 1n, 1n], 1n, bounds(null, null, fraction(0n))],
])('leaves to numbers of any size what is just too large: %s', (_, parts, over, most) => {
  expect(small({ parts, over }, most)).toBeNull();
});

it('has no cap of nothing, of less than nothing or with a least', () => {
  expect(small({ parts: [0n, 0n], over: 1n }, [fraction(1n), null])).toBeNull();
  expect(small({ parts: [-1n, 2n], over: 1n }, [fraction(1n), null])).toBeNull();
  expect(scaleSmall({ parts: [1n, 2n], over: 1n }, { least: [fraction(1n), null], most: [null, null] })).toBeNull();
});
