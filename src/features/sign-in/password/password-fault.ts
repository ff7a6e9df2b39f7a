import { passwordLength } from '../limits.js';
import { obviousPasswords } from './obvious-passwords.js';

/**
 * Why a password will not do, or nothing where it will. Length and "not an obvious one" are the whole of it: rules of
 * composition make passwords worse (NCSC, "Password administration for system owners"; NIST SP 800-63B, 5.1.1.2).
 */
export function passwordFault(password: string, signInName: string): string | undefined {
  const letters = [...password.normalize('NFKC')];
  if (letters.length === 0) return 'Enter a password';
  if (letters.length < passwordLength.least) return `Password must be ${passwordLength.least} characters or more`;
  if (letters.length > passwordLength.most) return `Password must be ${passwordLength.most} characters or fewer`;
  if (isObvious(password.normalize('NFKC').toLowerCase(), signInName.toLowerCase())) {
    return 'Password is too easy to guess. Three random words make a good one';
  }
  return undefined;
}

function isObvious(password: string, signInName: string): boolean {
  const bare = password.replaceAll(/[\s\p{P}\p{Sc}\p{Sm}\p{Sk}]/gu, '');
  const core = bare.replaceAll(/^\d+|\d+$/g, '');
  const named = [signInName, ...signInName.split(/[@.]/)].filter((part) => part.length > 3);
  return (
    bare.length < 4 ||
    isRepeated(bare) ||
    isRun(bare) ||
    obviousPasswords.has(bare) ||
    obviousPasswords.has(plainLetters(core)) ||
    named.some((name) => password.replaceAll(name, '').length < 6)
  );
}

/** `aaaaaaaaaaaa`, `abcabcabcabc`, `hellohellohello`. */
function isRepeated(text: string): boolean {
  return /^(.{1,8}?)\1+.{0,2}$/u.test(text);
}

/** Each character next to the one before, on the alphabet, among the digits or along a row of the keyboard. */
function isRun(text: string): boolean {
  const rows = [
    'abcdefghijklmnopqrstuvwxyz',
    '01234567890',
    'qwertyuiop',
    'asdfghjkl',
    'zxcvbnm',
    '1qaz2wsx3edc4rfv5tgb',
  ];
  const ways = rows.flatMap((row) => [row, [...row].reverse().join('')]);
  const steps = [...text].slice(1).map((letter, index) => `${text.charAt(index)}${letter}`);
  const along = steps.filter((step) => ways.some((way) => way.includes(step))).length;
  return along >= 0.8 * steps.length;
}

/** Digits and signs that stand for letters, as letters. */
function plainLetters(text: string): string {
  const stands: Readonly<Record<string, string>> = { 0: 'o', 1: 'l', 3: 'e', 4: 'a', 5: 's', 7: 't' };
  return text.replaceAll(/[013457]/g, (digit) => stands[digit] ?? digit);
}
