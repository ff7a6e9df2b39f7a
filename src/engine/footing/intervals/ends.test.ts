import { describe, expect, it } from '@jest/globals';
import { ZERO, fraction, showFraction } from '../../money/fraction.js';
import { type End, type Interval, includes, intersect, isSameInterval, only } from './interval.js';
import { productOf } from './product.js';

const end = (at: bigint, closed: boolean): End => ({ at: fraction(at), closed });
/** An interval as mathematicians write it: `[0, 1)`; an end left out is no end. */
const of = (text: string): Interval => {
  const [low = '', high = ''] = text.slice(1, -1).split(', ');
  return {
    from: low === '' ? null : end(BigInt(low), text.startsWith('[')),
    to: high === '' ? null : end(BigInt(high), text.endsWith(']')),
  };
};
const write = (interval: Interval | null) => {
  if (!interval) return 'none';
  const { from, to } = interval;
  const [low, high] = [from && showFraction(from.at), to && showFraction(to.at)];
  return `${from?.closed === true ? '[' : '('}${low ?? ''}, ${high ?? ''}${to?.closed === true ? ']' : ')'}`;
};

describe('two ends at one place', () => {
  it.each([
    ['[0, 1)', '[0, 1]', '[0, 1)'],
    ['[0, 1]', '[0, 1)', '[0, 1)'],
    ['(0, 1]', '[0, 1]', '(0, 1]'],
    ['[0, 1]', '(0, 1]', '(0, 1]'],
    ['[0, 1]', '[1, 2]', '[1, 1]'],
    ['[0, 1)', '[1, 2]', 'none'],
    ['[0, 1]', '(1, 2]', 'none'],
    ['[, 1)', '[0, ]', '[0, 1)'],
  ])('%s and %s have %s in common', (a, b, both) => {
    expect(write(intersect(of(a), of(b)))).toBe(both);
  });

  it.each([
    ['[0, 1]', '[0, 1]', true],
    ['[0, 1]', '[0, 1)', false],
    ['(0, 1]', '[0, 1]', false],
    ['[0, 1]', '[0, 2]', false],
    ['[, 1]', '[, 1]', true],
    ['[, 1]', '[0, 1]', false],
    ['[0, ]', '[0, 1]', false],
    ['[0, 1]', '[, 1]', false],
  ])('%s and %s are the same: %s', (a, b, same) => {
    expect(isSameInterval(of(a), of(b))).toBe(same);
  });

  it('belongs to an interval where it is closed', () => {
    const said = ['[0, 1]', '(0, 1]', '[0, 1)', '(, )'].map((text) => [
      includes(of(text), ZERO),
      includes(of(text), fraction(1n)),
    ]);
    expect(said).toEqual([
      [true, true],
      [false, true],
      [true, false],
      [true, true],
    ]);
  });
});

it.each([
  ['[-1, 1)', '(-2, 2]', '[-2, 2)'],
  ['[-1, 1]', '(-2, 2]', '[-2, 2]'],
  ['(-1, 1]', '[-2, 2)', '[-2, 2)'],
  ['[-1, 1]', '[-2, 2)', '[-2, 2]'],
  ['[0, 1]', '[0, ]', '[0, )'],
  ['(0, 1]', '[2, )', '(0, )'],
  ['[-1, 1]', '[2, )', '(, )'],
  ['(, 0]', '[0, )', '(, 0]'],
])('%s times %s is %s: of two ends at one place the one that is reached', (a, b, product) => {
  expect(write(productOf(of(a), of(b)))).toBe(product);
  expect(write(productOf(of(b), of(a)))).toBe(product);
  expect(write(only(fraction(3n)))).toBe('[3, 3]');
});
