import { hash, randomBytes } from 'node:crypto';

/** A new secret for the bearer of a session: 256 random bits, as text for a cookie or a header. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** Whether text can be such a secret at all. */
export function isSecret(text: string): boolean {
  return /^[\w-]{43}$/.test(text);
}

/** What is sent to the database in place of the secret, so that no log or table of its can be used to sign in. */
export function ticketOf(secret: string): string {
  return hash('sha256', secret);
}
