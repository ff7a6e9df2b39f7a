import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cases } from '../../../../test/support/cases.js';
import { type ExactParts, partAt, sumParts } from '../../money/exact-parts.js';
import { type Fraction, compare, divide, fraction, multiply, showFraction, sum } from '../../money/fraction.js';
import { scaleBetween, scaleLarge } from './scale-between.js';
import { scaleSmall } from './scale-small.js';
import { type Bounds } from './scaled.js';

const anyBound = fc.oneof(
  fc.constant(null),
  fc.tuple(fc.bigInt(0n, 60n), fc.bigInt(1n, 3n)).map(([n, d]) => fraction(n, d)),
);
const anyCase = fc
  .array(fc.record({ part: fc.bigInt(0n, 40n), one: anyBound, other: anyBound }), { minLength: 1, maxLength: 5 })
  .map((items) => {
    const ordered = items.map(({ one, other }) =>
      one && other && compare(one, other) > 0 ? [other, one] : [one, other],
    );
    const exact: ExactParts = { parts: items.map(({ part }) => part), over: 2n };
    const limits: Bounds = { least: ordered.map(([least]) => least!), most: ordered.map(([, most]) => most!) };
    return { exact, limits };
  });
const within = (f: Fraction, least: Fraction | null, most: Fraction | null): Fraction => {
  if (least && compare(f, least) < 0) return least;
  return most && compare(f, most) > 0 ? most : f;
};
const amounts = (exact: ExactParts) => exact.parts.map((_, i) => partAt(exact, i));
/** Everyone clamped at a factor. */
const at = ({ exact, limits }: { exact: ExactParts; limits: Bounds }, factor: Fraction) =>
  amounts(exact).map((part, i) => within(multiply(part, factor), limits.least[i]!, limits.most[i]!));

describe('one factor that keeps the sum within bounds', () => {
  it('works out by hand: 119 : 47 : 21 of £2.3m, rises of at most 5%', () => {
    const exact = { parts: [119n * 2_300_000n, 47n * 2_300_000n, 21n * 2_300_000n], over: 187n };
    const most = [1_785_000n, 525_000n, 262_500n].map((n) => fraction(n));
    const scaled = scaleBetween(exact, { least: [null, null, null], most });
    expect(amounts(scaled.exact).map(showFraction)).toEqual(['1512500', '525000', '262500']);
    expect(showFraction(scaled.factor!)).toBe(showFraction(fraction(1_512_500n * 187n, 119n * 2_300_000n)));
  });

  it('turns with the sign of the sum', () => {
    const turned = scaleBetween({ parts: [-6n, -4n], over: 1n }, { least: [null, null], most: [fraction(5n), null] });
    expect(turned.exact.parts.map((part) => showFraction(fraction(part, turned.exact.over)))).toEqual(['-5', '-5']);
  });

  it('is every amount at that factor, within its bounds, and keeps the sum', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const { exact, factor } = scaleBetween(one.exact, one.limits);
        fc.pre(factor !== null);
        expect(amounts(exact).map(showFraction)).toEqual(at(one, factor).map(showFraction));
        expect(showFraction(sumParts(exact))).toBe(showFraction(sumParts(one.exact)));
      }),
      cases(1_000),
    );
  });

  it('is only missing when no factor keeps the sum: then all are at the bounds nearest to it', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const { exact, factor } = scaleBetween(one.exact, one.limits);
        fc.pre(factor === null);
        const total = sumParts(one.exact);
        const [low, high] = [at(one, fraction(0n)), at(one, fraction(10n ** 9n))];
        expect(compare(sum(low), total) > 0 || compare(sum(high), total) < 0).toBe(true);
        const nearest = compare(sum(low), total) > 0 ? low : high;
        expect(amounts(exact).map(showFraction)).toEqual(nearest.map(showFraction));
      }),
      cases(1_000),
    );
  });

  it('agrees with trying every choice of who stands at which bound', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const total = sumParts(one.exact);
        const found = scaleBetween(one.exact, one.limits);
        const choices = one.exact.parts.reduce<string[]>(
          (all) => all.flatMap((so) => ['l', 'm', 's'].map((c) => so + c)),
          [''],
        );
        const works = choices.some((choice) => {
          const isScaled = (i: number) => choice[i] === 's';
          const fixed = one.exact.parts.map((_, i) => (choice[i] === 'l' ? one.limits.least[i] : one.limits.most[i]));
          if (fixed.some((bound, i) => !isScaled(i) && !bound)) return false;
          const rest = sum([
            total,
            ...fixed.flatMap((b, i) => (b && !isScaled(i) ? [multiply(b, fraction(-1n))] : [])),
          ]);
          const slope = sum(amounts(one.exact).filter((_, i) => isScaled(i)));
          if (slope.numerator === 0n) return false;
          const factor = divide(rest, slope);
          return factor.numerator >= 0n && compare(sum(at(one, factor)), total) === 0;
        });
        if (works) expect(found.factor).not.toBeNull();
      }),
      cases(300),
    );
  });
});

describe('the short cut for caps in small numbers', () => {
  const anyNumber = fc.oneof(fc.bigInt(0n, 50n), fc.bigInt(0n, 2n ** 30n), fc.bigInt(0n, 2n ** 54n));
  const anyMost = fc.option(fc.tuple(anyNumber, fc.constantFrom(1n, 2n, 3n, 100n)).map(([n, d]) => fraction(n, d)));
  const anyCap = fc.tuple(fc.array(fc.tuple(anyNumber, anyMost), { minLength: 1, maxLength: 8 }), fc.bigInt(1n, 999n));
  const cap = (members: readonly (readonly [bigint, Fraction | null])[], over: bigint) => ({
    exact: { parts: members.map(([part]) => part), over },
    limits: { least: members.map(() => null), most: members.map(([, most]) => most) },
  });
  const told = (scaled: ReturnType<typeof scaleLarge>) => ({
    parts: amounts(scaled.exact).map(showFraction),
    factor: scaled.factor && showFraction(scaled.factor),
  });

  it('answers what numbers of any size answer, or nothing', () => {
    let answered = 0;
    fc.assert(
      fc.property(anyCap, ([members, over]) => {
        const { exact, limits } = cap(members, over);
        const small = scaleSmall(exact, limits);
        if (small === null) return;
        answered += 1;
        expect(told(small)).toEqual(told(scaleLarge(exact, limits)));
      }),
      cases(2_000),
    );
    expect(answered).toBeGreaterThan(0);
  });

  it('answers the cap of an agreement, and leaves what it is not for to numbers of any size', () => {
    const usual = cap([[30n, fraction(10n)] as const, [20n, null] as const], 1n);
    expect(scaleSmall(usual.exact, usual.limits)).not.toBeNull();
    const spoilt = [
      cap([[-1n, fraction(10n)] as const, [20n, null] as const], 1n),
      cap([[0n, fraction(10n)] as const], 1n),
      cap([[2n ** 53n, null] as const], 1n),
      cap([[2n ** 52n, null] as const, [2n ** 52n, null] as const], 1n),
      cap([[1n, null] as const], 2n ** 53n),
      cap([[3n, fraction(1n, 2n ** 53n)] as const, [4n, null] as const], 1n),
      cap([[3n, fraction(2n ** 53n)] as const, [4n, null] as const], 1n),
      { ...usual, limits: { ...usual.limits, least: [fraction(0n), null] } },
    ];
    for (const { exact, limits } of spoilt) expect(scaleSmall(exact, limits)).toBeNull();
  });
});
