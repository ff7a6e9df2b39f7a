import { describe, expect, it } from '@jest/globals';
import { secretIn } from './cookies.js';

const secret = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOP-';
const read = (cookie: string | undefined) => secretIn({ headers: cookie === undefined ? {} : { cookie } }, '__Host-a');

describe('a cookie', () => {
  it.each([`__Host-a=${secret}`, `x=1; __Host-a=${secret}; y=2`, ` __Host-a=${secret} `, `;;=;__Host-a=${secret};`])(
    'holds its secret in %s',
    (cookie) => {
      expect(read(cookie)).toBe(secret);
    },
  );

  it.each([
    undefined,
    '',
    '=',
    ';',
    '__Host-a',
    '__Host-a=',
    `__host-a=${secret}`,
    `__Host-ab=${secret}`,
    `__Host-a=${secret}x`,
    `__Host-a=${secret.slice(1)}`,
    `__Host-a="${secret}"`,
    `__Host-a=%61${secret.slice(1)}`,
    `__Host-a=${secret.slice(1)}=`,
    `__Host-a=${secret}; __Host-a=${secret}`,
    `__Host-a=${'a'.repeat(15_000)}`,
    '__Host-a=\u0000\u0001',
    '__proto__=x; constructor=y',
  ])('is none in %j', (cookie) => {
    expect(read(cookie)).toBeUndefined();
  });
});
