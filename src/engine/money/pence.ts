import { wholeOf } from './digits.js';

/** Pounds sterling in whole pence, so a sum can never drift. Within ±10^15 (INV-12). */
export type Pence = bigint & { readonly __unit: 'pence' };

/** The largest amount, either way, that the product handles: ten million million pounds (INV-12). */
export const MOST_PENCE = 1_000_000_000_000_000n;

const POUNDS = /^-?(0|[1-9]\d*)\.\d{2}$/;
const LONGEST = 18;

/** Whether a whole number of pence is one the product handles. */
export function isPence(n: bigint): n is Pence {
  return n <= MOST_PENCE && n >= -MOST_PENCE;
}

/** A whole number of pence as money. Throws a RangeError beyond ±10^15, which no accepted document can reach. */
export function pence(n: bigint): Pence {
  if (!isPence(n)) throw new RangeError(`${String(n)} pence is beyond what is handled`);
  return n;
}

/**
 * Money as it is posted: text in pounds with exactly two decimals, an optional leading `-`, no other sign, separator,
 * exponent or leading zero, not minus nothing, within ±10^15 pence (formula.md, conventions; INV-12). Anything else is
 * undefined.
 */
export function readPounds(text: unknown): Pence | undefined {
  if (typeof text !== 'string' || text.length > LONGEST || !POUNDS.test(text) || text === '-0.00') return undefined;
  const n = wholeOf(text, text.length - 3);
  return isPence(n) ? n : undefined;
}

/** Money as it is answered: text in pounds with exactly two decimals. `readPounds` gives back what went in. */
export function formatPounds(p: Pence): string {
  const digits = String(p < 0n ? 0n - p : p).padStart(3, '0');
  return `${p < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** The sum in pence; nothing comes to zero. Throws a RangeError beyond ±10^15. */
export function sumPence(items: Iterable<Pence>): Pence {
  let sum = 0n;
  for (const item of items) sum += item;
  return pence(sum);
}
