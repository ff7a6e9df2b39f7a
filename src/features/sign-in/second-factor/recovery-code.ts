import { createHash, randomBytes } from 'node:crypto';

/** Crockford's base32: no letter that reads like a digit. */
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';
const FORM = /^[0-9abcdefghjkmnpqrstvwxyz]{16}$/;

/**
 * A new recovery code: 80 random bits, so that it cannot be guessed and its hash needs no salt and no work. In four groups
 * of four, as it is written down.
 */
export function newRecoveryCode(): string {
  const letters = Array.from(randomBytes(16), (byte) => LETTERS.charAt(byte % 32)).join('');
  return letters.replaceAll(/(.{4})(?=.)/g, '$1-');
}

/** The hash by which it is kept, or nothing where what was typed cannot be one. Spaces, hyphens and case do not matter. */
export function recoveryDigest(typed: string): Buffer | undefined {
  const letters = typed
    .toLowerCase()
    .replaceAll(/[\s\u2010-\u2015-]/g, '')
    .replaceAll('o', '0')
    .replaceAll(/[il]/g, '1');
  return FORM.test(letters) ? createHash('sha256').update(`poolkeeper recovery code ${letters}`).digest() : undefined;
}
