import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cases } from '../../../../test/support/cases.js';
import { type Fraction, fraction, isZero, multiply } from '../../money/fraction.js';
import { toGrid } from './grid.js';
import { type Interval, between, includes, intersect } from './interval.js';
import { productOf, quotientOf } from './product.js';

const end = (n: number, closed: boolean) => ({ at: fraction(BigInt(n)), closed });
const interval = (text: string): Interval => {
  const [, open, from, to, close] = /^([[(])(.*), (.*)([\])])$/.exec(text)!;
  return {
    from: from === '' ? null : end(Number(from), open === '['),
    to: to === '' ? null : end(Number(to), close === ']'),
  };
};
const show = (one: Interval | null): string => {
  if (!one) return 'none';
  const at = (f: Fraction) => String(Number(f.numerator) / Number(f.denominator));
  return `${one.from?.closed ? '[' : '('}${one.from ? at(one.from.at) : ''}, ${one.to ? at(one.to.at) : ''}${one.to?.closed ? ']' : ')'}`;
};

describe('products and quotients', () => {
  it.each([
    ['[1, 2]', '[3, 4)', '[3, 8)'],
    ['[-1, 2]', '[3, 4]', '[-4, 8]'],
    ['(-1, 1)', '(-1, 1)', '(-1, 1)'],
    ['[0, 1]', '(2, 3)', '[0, 3)'],
    ['(0, 1]', '[1, )', '(0, )'],
    ['[0, 0]', '(, )', '[0, 0]'],
    ['[-2, -1]', '(, 3]', '[-6, )'],
    ['(, )', '[1, 2]', '(, )'],
  ])('%s × %s = %s', (a, b, product) => {
    expect(show(productOf(interval(a), interval(b)))).toBe(product);
    expect(show(productOf(interval(b), interval(a)))).toBe(product);
  });

  it.each([
    ['[6, 8]', '[2, 4)', '(1.5, 4]'],
    ['[6, 8]', '(0, 2]', '[3, )'],
    ['[6, 8]', '[0, 2]', '[3, )'],
    ['[6, 8]', '[-2, 0]', '(, -3]'],
    ['[6, 8]', '[-2, 2]', '(, )'],
    ['[6, 8]', '[0, 0]', 'none'],
    ['[0, 8]', '[0, 0]', '(, )'],
    ['[0, 8]', '(0, 2]', '[0, )'],
    ['[6, 8]', '[2, )', '(0, 4]'],
    ['[-8, 6]', '(, -2]', '[-3, 4]'],
  ])('%s ÷ %s = %s', (a, b, quotient) => {
    expect(show(quotientOf(interval(a), interval(b)))).toBe(quotient);
  });
});

const anyEnd = fc.option(
  fc.record({ at: fc.integer({ min: -6, max: 6 }).map((n) => fraction(BigInt(n), 2n)), closed: fc.boolean() }),
  { freq: 8 },
);
const anyInterval = fc
  .tuple(anyEnd, anyEnd)
  .map(([from, to]) => between(from, to))
  .filter((one) => one !== null);
const points: Fraction[] = Array.from({ length: 33 }, (_, i) => fraction(BigInt(i - 16), 4n));

describe('every value tried out', () => {
  it('no product and no quotient is lost', () => {
    fc.assert(
      fc.property(anyInterval, anyInterval, (a, b) => {
        const [inA, inB] = [a, b].map((one) => points.filter((point) => includes(one, point)));
        for (const x of inA!) {
          for (const y of inB!) {
            const z = multiply(x, y);
            expect(includes(productOf(a, b), z)).toBe(true);
            const some = { from: { at: z, closed: true }, to: { at: z, closed: true } };
            expect(includes(quotientOf(some, b) ?? interval('(5, 6)'), x)).toBe(true);
            if (!isZero(y)) expect(includes(quotientOf(productOf(a, b), b)!, x)).toBe(true);
          }
        }
      }),
      cases(150),
    );
  });

  it('what is in both is in the intersection, and nothing else', () => {
    fc.assert(
      fc.property(anyInterval, anyInterval, (a, b) => {
        const both = intersect(a, b);
        for (const point of points)
          expect(both !== null && includes(both, point)).toBe(includes(a, point) && includes(b, point));
      }),
    );
  });

  it('a grid moves no end across a point of it', () => {
    fc.assert(
      fc.property(
        fc.bigInt(-99n, 99n),
        fc.bigInt(0n, 99n),
        fc.bigInt(1n, 9n),
        fc.boolean(),
        fc.boolean(),
        (n, width, d, open, close) => {
          const one = between({ at: fraction(n, d), closed: open }, { at: fraction(n + width, d), closed: close });
          fc.pre(one !== null);
          const wider = toGrid(one, 4n);
          for (let at = -400n; at <= 800n; at += 1n)
            expect(includes(wider, fraction(at, 4n))).toBe(includes(one, fraction(at, 4n)));
        },
      ),
      cases(30),
    );
  });
});
