import { timingSafeEqual } from 'node:crypto';
import { generateSecret, generateSync, generateURI } from 'otplib';

/** A code stands for one step of 30 seconds; the one before and the one after are taken too, for clocks that differ. */
const STEP_SECONDS = 30;
const DIGITS = /^\d{6}$/;

/** A new secret of 160 bits in base32, as authenticator apps take it. */
export function newSecret(): string {
  return generateSecret({ length: 20 });
}

/** What a phone's camera reads: the secret, and what to call it. */
export function secretAddress(secret: string, name: string): string {
  return generateURI({ issuer: 'Poolkeeper', label: name, secret });
}

/** In groups of four, as it is typed. */
export function showSecret(secret: string): string {
  return secret.replaceAll(/(.{4})(?=.)/g, '$1 ');
}

/** The step whose code this is, or nothing. Every step is tried, so that the time does not tell which was near. */
export function stepOfCode(secret: string, typed: string, nowMilliseconds: number): number | undefined {
  const code = typed.replaceAll(/[\s-]/g, '');
  if (!DIGITS.test(code)) return undefined;
  const now = Math.floor(nowMilliseconds / 1000 / STEP_SECONDS);
  const found = [now - 1, now, now + 1].filter((step) => same(code, codeAt(secret, step)));
  return found.at(-1);
}

/** The code of one step (RFC 6238). */
export function codeAt(secret: string, step: number): string {
  return generateSync({ secret, epoch: step * STEP_SECONDS });
}

function same(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
