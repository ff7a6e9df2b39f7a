import { describe, expect, it } from '@jest/globals';
import { hasSecondFactor } from './second-factor.js';

describe('two factors', () => {
  it.each([[['mfa']], [['pwd', 'mfa']], [['pwd', 'otp']], [['sc']], [['hwk']], [['face', 'pin']]])('are %j', (amr) => {
    expect(hasSecondFactor(amr)).toBe(true);
  });

  it.each([
    [['pwd']],
    [['otp']],
    [['pwd', 'pin']],
    [['sms', 'tel']],
    [[]],
    [['constructor', 'toString']],
    [[null, 1, ['mfa']]],
    ['mfa'],
    [undefined],
    [{ mfa: true }],
  ])('are not %j', (amr) => {
    expect(hasSecondFactor(amr)).toBe(false);
  });
});
