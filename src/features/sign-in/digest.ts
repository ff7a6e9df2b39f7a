import { createHash } from 'node:crypto';

/** What a name is counted under: misspelt names, and passwords typed in their place, are not kept as they were typed. */
export function nameDigest(name: string): string {
  return createHash('sha256')
    .update(`poolkeeper sign-in name ${signInName(name)}`)
    .digest('hex');
}

/** A sign-in name as it is kept: without spaces around it, in lower case. */
export function signInName(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase().slice(0, 200);
}

/** What a secret is kept by: 256 random bits need no salt. */
export function secretDigest(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
