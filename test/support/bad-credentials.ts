import type { Random } from '../campaigns/random.js';

const bytes = (random: Random, length: number, least = 1, most = 255) =>
  String.fromCharCode(...Array.from({ length }, () => random.between(least, most)));
const letters = (random: Random, length: number) =>
  Array.from({ length }, () => random.of([...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_'])).join(
    '',
  );

/** A good secret with one thing wrong. */
function spoilt(random: Random, secret: string): string {
  const at = random.between(0, 42);
  return random.of([
    secret.slice(0, at) + secret.slice(at + 1),
    secret + letters(random, random.between(1, 20)),
    `${secret.slice(0, at)}${random.of(['%', '"', '=', '\u0000', '\u00e9', ' ', '\t', '/', '+'])}${secret.slice(at + 1)}`,
    secret.slice(0, at) + (secret[at] === 'A' ? 'B' : 'A') + secret.slice(at + 1),
    [...secret].reverse().join(''),
    `"${secret}"`,
    encodeURIComponent(`${secret}=`),
    letters(random, 43),
    '',
  ]);
}

const named = (value: string) => `__Host-poolkeeper=${value}`;

const kinds: readonly ((random: Random, secret: string) => string)[] = [
  (random, secret) => `Cookie: ${named(spoilt(random, secret))}`,
  (random, secret) => `Authorization: Bearer ${spoilt(random, secret)}`,
  (random, secret) => `Authorization: ${random.of(['Basic', 'Digest', 'Bearer:', 'Bearer  ', 'Token', ''])} ${secret}x`,
  (random, secret) =>
    `Cookie: ${random.of(['poolkeeper', '__host_poolkeeper', '__Secure-poolkeeper', 'x__Host-poolkeeper'])}=${secret}`,
  (random) => `Cookie: ${named(letters(random, random.between(8_192, 40_000)))}`,
  (random) => `Authorization: Bearer ${letters(random, random.between(8_192, 40_000))}`,
  (random) => `Cookie: ${Array.from({ length: random.between(50, 400) }, () => named(letters(random, 20))).join('; ')}`,
  (random) => `${random.of(['Cookie', 'Authorization'])}: ${bytes(random, random.between(1, 200), 1, 255)}`,
  (random) => `${random.of(['Cookie', 'Authorization'])}: ${bytes(random, random.between(1, 200), 0, 31)}`,
  (random, secret) => `Cookie: ${named(letters(random, 43))}; ${named(secret)}`,
  (random, secret) => `Authorization: Bearer ${letters(random, 43)}\r\nCookie: ${named(secret)}`,
  (random, secret) => `Authorization: Bearer ${letters(random, 43)}\r\nAuthorization: Bearer ${secret}`,
  (random, secret) => `Cookie: ${named(letters(random, 43))}\r\nCookie: ${named(secret)}`,
  (random, secret) => `Cookie: ${named(`${spoilt(random, secret)}\r\nX-Evil: 1`)}`,
  (random, secret) => `Authorization: Bearer ${spoilt(random, secret)}\nX-Evil: 1`,
  (random) => bytes(random, random.between(1, 400), 0, 255),
];

/** Lines of headers that bring no session, though some of them nearly do. */
export function anyCredentials(random: Random, secret: string): string {
  return random.of(kinds)(random, secret);
}
