import { expect, it } from '@jest/globals';
import { accept, pointTo, refuse } from './outcome.js';

it('answers or refuses', () => {
  expect(accept(1)).toEqual({ ok: true, value: 1 });
  const fault = { pointer: '/a', code: 'not-money', expected: 'Expected money' } as const;
  expect(refuse([fault])).toEqual({ ok: false, faults: [fault] });
});

it('never refuses without a reason', () => {
  expect(() => refuse([])).toThrow();
});

it('escapes a pointer as RFC 6901 says', () => {
  expect(pointTo(pointTo(pointTo('', 'a/b'), 'm~n'), 0)).toBe('/a~1b/m~0n/0');
  expect(pointTo('', '~1')).toBe('/~01');
});
