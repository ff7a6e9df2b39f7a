import { describe, expect, it } from '@jest/globals';
import { codeAt, newSecret, secretAddress, showSecret, stepOfCode } from './one-time-code.js';

/** RFC 6238's own secret, `12345678901234567890`, in base32. */
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

describe('a one-time code', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
  ])('at %i seconds is the one of RFC 6238, appendix B', (seconds, code) => {
    expect(codeAt(secret, Math.floor(seconds / 30))).toBe(code);
    expect(stepOfCode(secret, code, seconds * 1000)).toBe(Math.floor(seconds / 30));
  });

  it('is taken one step early or late, and no further', () => {
    const now = 1_234_567_890;
    const step = Math.floor(now / 30);
    const taken = [-2, -1, 0, 1, 2].map((off) => stepOfCode(secret, codeAt(secret, step + off), now * 1000));
    expect(taken).toEqual([undefined, step - 1, step, step + 1, undefined]);
  });

  it('may be typed as it is shown, in two groups', () => {
    expect(stepOfCode(secret, ' 287 082 ', 59_000)).toBe(1);
    expect(stepOfCode(secret, '287-082', 59_000)).toBe(1);
  });

  it.each(['', '28708', '2870820', '28708２', 'abcdef', '-287082x', '0x1234'])('is not "%s"', (typed) => {
    expect(stepOfCode(secret, typed, 59_000)).toBeUndefined();
  });

  it('comes of a secret of 160 bits, unlike any other', () => {
    const secrets = Array.from({ length: 50 }, newSecret);
    expect(new Set(secrets).size).toBe(50);
    for (const one of secrets) expect(one).toMatch(/^[A-Z2-7]{32}$/);
  });

  it('tells the phone what it is for', () => {
    const address = new URL(secretAddress(secret, 'a.person@dorset'));
    expect([address.protocol, address.host, decodeURIComponent(address.pathname)]).toEqual([
      'otpauth:',
      'totp',
      '/Poolkeeper:a.person@dorset',
    ]);
    expect(Object.fromEntries(address.searchParams)).toMatchObject({ secret, issuer: 'Poolkeeper' });
  });

  it('has its secret shown in groups of four', () => {
    expect(showSecret(secret)).toBe('GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ');
  });
});
