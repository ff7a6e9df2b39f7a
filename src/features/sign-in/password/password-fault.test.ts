import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { obviousPasswords } from './obvious-passwords.js';
import { passwordFault } from './password-fault.js';

const easy = 'Password is too easy to guess. Three random words make a good one';

describe('a password', () => {
  it.each([
    'coffee-train-window',
    'wardrobe kettle anchor',
    'lilac0tuesdaybridge',
    'ŵylan ar y traeth',
    '正確馬電池釘書針咖啡火車窗',
    'p@ss thru the Wye at dusk',
    'x'.repeat(3) + 'kettle anchor moss',
  ])('may be "%s"', (password) => {
    expect(passwordFault(password, 'f.officer@dorset')).toBeUndefined();
  });

  it.each([
    'password1234',
    'Password1234!',
    'P4ssw0rd2026',
    '2026password2026',
    'aaaaaaaaaaaa',
    'abcabcabcabc',
    'abcdefghijklm',
    '123456789012',
    '210987654321',
    'qwertyuiop12',
    '1qaz2wsx3edc',
    'welcome12345',
    'November2026!',
    'Poolkeeper2026',
    'poolkeeperpoolkeeper',
    'dorsetcouncil1',
    'Liverpool2005!',
    'correct horse battery staple',
    '------------',
    'f.officer@dorset',
    'f.officer@dorset1',
    'officer12345',
  ])('is too easy as "%s"', (password) => {
    expect(passwordFault(password, 'f.officer@dorset')).toBe(easy);
  });

  it('is counted in characters, as a person counts them', () => {
    expect(passwordFault('', 'a')).toBe('Enter a password');
    expect(passwordFault('short words', 'a')).toBe('Password must be 12 characters or more');
    expect(passwordFault('🐝🚲🌧️🎈🪁🧦🍐🦉🪵🧭🕯️', 'a')).toBeUndefined();
    expect(passwordFault('kettle '.repeat(40), 'a')).toBe('Password must be 256 characters or fewer');
  });

  it('is never refused for what it is composed of: any three random words will do', () => {
    const word = fc.constantFrom(
      'kettle',
      'anchor',
      'lilac',
      'bridge',
      'window',
      'coffee',
      'wardrobe',
      'moss',
      'otter',
    );
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 3, maxLength: 5 }), (words) => {
        expect(passwordFault(words.join(' '), 'someone')).toBeUndefined();
      }),
    );
  });

  it('is not refused in time that grows out of hand', () => {
    const started = performance.now();
    for (const letter of ['a', 'ab', 'aab', '1q']) passwordFault(letter.repeat(256).slice(0, 256), 'someone');
    expect(performance.now() - started).toBeLessThan(200);
  });

  it('is checked against words in lower case, without signs', () => {
    for (const word of obviousPasswords) expect(word).toMatch(/^[a-z0-9]+$/);
  });
});
