import { describe, expect, it } from '@jest/globals';
import { newRecoveryCode, recoveryDigest } from './recovery-code.js';

describe('a recovery code', () => {
  it('is four groups of letters that cannot be misread', () => {
    const codes = Array.from({ length: 200 }, newRecoveryCode);
    expect(new Set(codes).size).toBe(200);
    for (const code of codes) expect(code).toMatch(/^([0-9a-hjkmnp-tv-z]{4}-){3}[0-9a-hjkmnp-tv-z]{4}$/);
  });

  it('is the same however it is typed', () => {
    const digest = recoveryDigest('01ab-cdef-ghjk-mnpq');
    for (const typed of ['01ABCDEFGHJKMNPQ', 'OlAB CDEF GHJK MNPQ', 'oiab–cdef–ghjk–mnpq', ' 01ab-cdef-ghjk-mnpq\n']) {
      expect(recoveryDigest(typed)).toEqual(digest);
    }
  });

  it('has a hash of its own', () => {
    expect(recoveryDigest('01ab-cdef-ghjk-mnpr')).not.toEqual(recoveryDigest('01ab-cdef-ghjk-mnpq'));
  });

  it.each(['', '123456', '01ab-cdef-ghjk-mnp', '01ab-cdef-ghjk-mnpqr', '01ab-cdef-ghjk-mnpu', '💥'.repeat(8)])(
    'is not "%s"',
    (typed) => {
      expect(recoveryDigest(typed)).toBeUndefined();
    },
  );
});
