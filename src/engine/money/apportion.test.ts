import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cases } from '../../../test/support/cases.js';
import { apportion, apportionShares, roundParts } from './apportion.js';
import { wholeParts } from './exact-parts.js';
import { fraction } from './fraction.js';
import { formatPounds, pence, readPounds, sumPence } from './pence.js';
import { type Rounding, ROUNDING_UNITS } from './rounding.js';

const pounds = (total: string, weights: readonly bigint[], rounding?: Rounding) =>
  apportion(readPounds(total)!, weights, rounding).map(formatPounds);

const anyTotal = fc.oneof(fc.bigInt(-(10n ** 13n), 10n ** 13n), fc.bigInt(-200n, 200n)).map(pence);
const anyWeight = fc.oneof(fc.constant(0n), fc.constant(7n), fc.bigInt(0n, 12n), fc.bigInt(0n, 10n ** 12n));
const anyWeights = fc
  .array(anyWeight, { minLength: 1, maxLength: 12 })
  .filter((weights) => weights.some((weight) => weight > 0n));
const anyUnit = fc.constantFrom(...Object.values(ROUNDING_UNITS));
const anyRounding: fc.Arbitrary<Rounding> = fc.oneof(
  fc.record({ unit: anyUnit, rule: fc.constantFrom('largest-remainder', 'largest-share', 'first-listed') }),
  fc.record({ unit: anyUnit, rule: fc.constant('partner' as const), named: fc.nat(11) }),
);

describe('worked examples of formula.md', () => {
  it('hands equal remainders out in agreement order', () => {
    expect(pounds('301.50', [1n, 1n, 1n, 1n])).toEqual(['75.38', '75.38', '75.37', '75.37']);
  });

  it('gives the named partner the difference', () => {
    const rounding: Rounding = { unit: 1n, rule: 'partner', named: 3 };
    expect(pounds('301.50', [1n, 1n, 1n, 1n], rounding)).toEqual(['75.38', '75.38', '75.38', '75.36']);
  });

  it('tells the largest share from the first listed', () => {
    expect(pounds('0.05', [30n, 70n], { unit: 1n, rule: 'largest-share' })).toEqual(['0.01', '0.04']);
    expect(pounds('0.05', [30n, 70n], { unit: 1n, rule: 'first-listed' })).toEqual(['0.02', '0.03']);
  });

  it('gives the odd part below a unit to the next in order', () => {
    expect(pounds('1005.00', [1n, 1n, 1n], { unit: 1_000n, rule: 'first-listed' })).toEqual([
      '340.00',
      '335.00',
      '330.00',
    ]);
    expect(pounds('1005.00', [30n, 70n], { unit: 1_000n, rule: 'largest-remainder' })).toEqual(['300.00', '705.00']);
    expect(pounds('1005.00', [30n, 70n], { unit: 1_000n, rule: 'first-listed' })).toEqual(['305.00', '700.00']);
    expect(pounds('999.99', [1n, 1n], { unit: 100_000n, rule: 'largest-share' })).toEqual(['999.99', '0.00']);
  });

  it('apportions a negative total as its positive and negates it', () => {
    expect(pounds('-301.50', [1n, 1n, 1n, 1n])).toEqual(['-75.38', '-75.38', '-75.37', '-75.37']);
    expect(pounds('-0.05', [30n, 70n], { unit: 1n, rule: 'first-listed' })).toEqual(['-0.02', '-0.03']);
  });

  it('lets largest-remainder decide when the named partner has no weight', () => {
    expect(pounds('0.03', [1n, 1n, 0n], { unit: 1n, rule: 'partner', named: 2 })).toEqual(['0.02', '0.01', '0.00']);
  });

  it('takes fractions as it takes whole weights', () => {
    const shares = [fraction(1n, 3n), fraction(1n, 6n), fraction(1n, 2n)];
    expect(apportionShares(pence(100n), shares)).toEqual(apportion(pence(100n), [2n, 1n, 3n]));
  });

  it('rounds everyone but the named partner to the nearest, halves up, also below nothing', () => {
    const round = (...parts: bigint[]) => {
      const total = parts.reduce((a, b) => a + b) / 2n;
      return roundParts(pence(total), { parts, over: 2n }, { unit: 1n, rule: 'partner', named: 0 });
    };
    expect(round(5n, -3n)).toEqual([2n, -1n]);
    expect(round(6n, -2n)).toEqual([3n, -1n]);
    expect(round(9n, -5n)).toEqual([4n, -2n]);
    expect(round(7n, -1n)).toEqual([3n, 0n]);
    const thirds = roundParts(pence(2n), { parts: [13n, -7n], over: 3n }, { unit: 1n, rule: 'partner', named: 0 });
    expect(thirds).toEqual([4n, -2n]);
  });

  it('rounds parts of which one is below nothing', () => {
    expect(roundParts(pence(1n), { parts: [-3n, 5n], over: 2n })).toEqual([-1n, 2n]);
    expect(roundParts(pence(-1n), { parts: [3n, -5n], over: 2n })).toEqual([1n, -2n]);
  });
});

describe("a programmer's fault throws", () => {
  it.each([
    ['A weight is not negative', () => apportion(pence(1n), [2n, -1n])],
    ['No weight bears the total', () => apportion(pence(1n), [0n, 0n])],
    ['The parts do not make the total', () => roundParts(pence(1n), wholeParts([1n, 2n]))],
    ['The parts do not make the total', () => roundParts(pence(3n), { parts: [3n], over: 2n })],
  ])('%s', (words, work) => {
    expect(work).toThrow(words);
  });

  it('and nothing shared among nobody is nothing', () => {
    expect(apportion(pence(0n), [0n, 0n])).toEqual([0n, 0n]);
    expect(apportion(pence(0n), [])).toEqual([]);
  });
});

describe('properties (INV-01)', () => {
  it('hands out every penny and no more', () => {
    fc.assert(
      fc.property(anyTotal, anyWeights, anyRounding, (total, weights, rounding) => {
        expect(sumPence(apportion(total, weights, rounding))).toBe(total);
      }),
      cases(2_000),
    );
  });

  it('stays within one unit of the exact share, the named partner apart', () => {
    fc.assert(
      fc.property(anyTotal, anyWeights, anyRounding, (total, weights, rounding) => {
        const sum = weights.reduce((a, b) => a + b);
        apportion(total, weights, rounding).forEach((part, i) => {
          const off = part * sum - total * weights[i]!;
          if (rounding.rule === 'partner' && i === rounding.named) return;
          expect(off <= rounding.unit * sum && -off <= rounding.unit * sum).toBe(true);
        });
      }),
      cases(2_000),
    );
  });

  it('gives who has no weight nothing', () => {
    fc.assert(
      fc.property(anyTotal, anyWeights, anyRounding, (total, weights, rounding) => {
        apportion(total, weights, rounding).forEach((part, i) => {
          if (weights[i] === 0n) expect(part).toBe(0n);
        });
      }),
      cases(2_000),
    );
  });

  it('turns with the sign of the total', () => {
    fc.assert(
      fc.property(anyTotal, anyWeights, anyRounding, (total, weights, rounding) => {
        const back = apportion(pence(0n - total), weights, rounding).map((part) => 0n - part);
        expect(back).toEqual(apportion(total, weights, rounding));
      }),
      cases(1_000),
    );
  });

  it('is blind to the scale of the weights', () => {
    fc.assert(
      fc.property(anyTotal, anyWeights, anyRounding, fc.bigInt(1n, 10n ** 9n), (total, weights, rounding, scale) => {
        const scaled = weights.map((weight) => weight * scale);
        expect(apportion(total, scaled, rounding)).toEqual(apportion(total, weights, rounding));
      }),
      cases(1_000),
    );
  });

  it('depends on order only where remainders tie', () => {
    fc.assert(
      fc.property(
        anyTotal,
        fc.uniqueArray(fc.bigInt(1n, 10n ** 6n), { minLength: 1, maxLength: 12 }),
        (total, weights) => {
          const sum = weights.reduce((a, b) => a + b);
          const remainders = weights.map((weight) => ((total < 0n ? 0n - total : total) * weight) % sum);
          fc.pre(new Set(remainders).size === weights.length);
          const turned = [...weights].reverse();
          expect([...apportion(total, turned)].reverse()).toEqual(apportion(total, weights));
        },
      ),
      cases(1_000),
    );
  });

  it('rounds parts on both sides of nothing to their total, each within one unit', () => {
    const anyParts = fc.array(fc.bigInt(-(10n ** 12n), 10n ** 12n), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(anyParts, anyTotal, fc.bigInt(1n, 400n), anyRounding, (parts, total, over, rounding) => {
        const exact = [...parts, total * over - parts.reduce((a, b) => a + b)];
        const rounded = roundParts(total, { parts: exact, over }, rounding);
        expect(sumPence(rounded)).toBe(total);
        rounded.forEach((part, i) => {
          const off = part * over - exact[i]!;
          if (rounding.rule === 'partner' && i === rounding.named) return;
          expect(off <= rounding.unit * over && -off <= rounding.unit * over).toBe(true);
        });
      }),
      cases(2_000),
    );
  });

  it('agrees with a sort over many partners', () => {
    fc.assert(
      fc.property(anyTotal, fc.array(anyWeight, { minLength: 1, maxLength: 150 }), (total, weights) => {
        const sum = weights.reduce((a, b) => a + b);
        fc.pre(sum > 0n);
        const positive = total < 0n ? 0n - total : total;
        const parts = weights.map((weight, i) => ({
          i,
          part: (positive * weight) / sum,
          rest: (positive * weight) % sum,
        }));
        const left = Number(positive - parts.reduce((a, { part }) => a + part, 0n));
        const order = [...parts].sort((a, b) => (a.rest === b.rest ? a.i - b.i : a.rest > b.rest ? -1 : 1));
        for (const lucky of order.slice(0, left)) lucky.part += 1n;
        expect(apportion(total, weights)).toEqual(parts.map(({ part }) => (total < 0n ? 0n - part : part)));
      }),
      cases(1_000),
    );
  });
});
