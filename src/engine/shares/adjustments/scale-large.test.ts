import { expect, it } from '@jest/globals';
import { type ExactParts, partAt, sumParts } from '../../money/exact-parts.js';
import { type Fraction, compare, fraction, multiply, showFraction } from '../../money/fraction.js';
import { scaleLarge } from './scale-between.js';
import { type Bounds } from './scaled.js';

interface Case {
  readonly exact: ExactParts;
  readonly bounds: Bounds;
}

/** Whole numbers below a limit, the same each time: the turns of members come in every order. */
function numbers(seed: bigint): (below: bigint) => bigint {
  let state = seed;
  return (below) => {
    state = (state * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n) % 2n ** 64n;
    return (state >> 11n) % below;
  };
}

/** Six members with least and most amounts, `times` as large as small ones. */
function draw(seed: bigint, times: bigint): Case {
  const next = numbers(seed);
  const six = Array.from({ length: 6 }, () => {
    const [one, other] = [next(60n), next(60n)].sort((a, b) => (a < b ? -1 : 1)) as [bigint, bigint];
    return {
      part: next(40n) * times + next(3n),
      least: next(3n) === 0n ? null : one,
      most: next(3n) === 0n ? null : other,
    };
  });
  const bound = (n: bigint | null) => (n === null ? null : fraction(n * times + next(2n), 1n + next(3n)));
  const bounds = six.map(({ least, most }) => {
    const [low, high] = [bound(least), bound(most)];
    return low && high && compare(low, high) > 0 ? [high, low] : [low, high];
  });
  return {
    exact: { parts: six.map(({ part }) => part), over: 1n },
    bounds: { least: bounds.map(([low]) => low ?? null), most: bounds.map(([, high]) => high ?? null) },
  };
}

function within(value: Fraction, least: Fraction | null, most: Fraction | null): Fraction {
  if (least && compare(value, least) < 0) return least;
  return most && compare(value, most) > 0 ? most : value;
}

/** Everyone at a factor, within their bounds. */
const at = ({ exact, bounds }: Case, factor: Fraction) =>
  exact.parts.map((_, i) =>
    within(multiply(partAt(exact, i), factor), bounds.least[i] ?? null, bounds.most[i] ?? null),
  );

it('finds the one factor in numbers of any size, in whatever order members come to their bounds', () => {
  const found = Array.from({ length: 200 }, (_, seed) => {
    const one = draw(BigInt(seed), seed % 2 === 0 ? 1n : 10n ** 24n);
    const { exact, factor } = scaleLarge(one.exact, one.bounds);
    if (factor === null) return false;
    expect(exact.parts.map((_, i) => showFraction(partAt(exact, i)))).toEqual(at(one, factor).map(showFraction));
    expect([seed, showFraction(sumParts(exact))]).toEqual([seed, showFraction(sumParts(one.exact))]);
    return true;
  });
  expect(found.filter(Boolean).length).toBeGreaterThan(100);
});

it('tells factors apart that are nearer to each other than 2^-64', () => {
  const large = 2n ** 80n;
  // The second reaches its most just before the first, by less than what is told apart at a glance; what the third gives
  // up takes the factor past the one and not past the other.
  const one: Case = {
    exact: { parts: [large, large, 5n], over: 1n },
    bounds: { least: [null, null, null], most: [fraction(large + 5n), fraction(large + 1n), fraction(0n)] },
  };
  for (const order of [
    [0, 1, 2],
    [1, 0, 2],
    [2, 1, 0],
    [0, 2, 1],
  ]) {
    const turned: Case = {
      exact: { parts: order.map((i) => one.exact.parts[i] ?? 0n), over: 1n },
      bounds: { least: [null, null, null], most: order.map((i) => one.bounds.most[i] ?? null) },
    };
    const { exact } = scaleLarge(turned.exact, turned.bounds);
    const found = exact.parts.map((_, i) => showFraction(partAt(exact, i)));
    expect(order.map((_, i) => found[order.indexOf(i)])).toEqual([`${large + 4n}`, `${large + 1n}`, '0']);
  }
});
