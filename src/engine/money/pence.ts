import { isWholePart, wholeOf } from './digits.js';
import { fromSmall, quotient, toSmall } from './small.js';

/** Pounds sterling in whole pence, so a sum can never drift. Within ±10^15 (INV-12). */
export type Pence = bigint & { readonly __unit: 'pence' };

/** The largest amount, either way, that the product handles: ten million million pounds (INV-12). */
export const MOST_PENCE = 1_000_000_000_000_000n;

const MOST = Number(MOST_PENCE);
const LONGEST = 18;
/** The last three characters of an amount. */
const CENTS = Array.from({ length: 100 }, (_, cents) => `.${String(cents).padStart(2, '0')}`);

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
  if (typeof text !== 'string' || text.length > LONGEST) return undefined;
  const [start, point] = [text.startsWith('-') ? 1 : 0, text.length - 3];
  if (text.charAt(point) !== '.' || !isWholePart(text, start, point)) return undefined;
  const n = wholeOf(text, start, point);
  if (!(n <= MOST) || (n === 0 && start === 1)) return undefined;
  return fromSmall(start === 1 ? -n : n) as Pence;
}

/** Money as it is answered: text in pounds with exactly two decimals. `readPounds` gives back what went in. */
export function formatPounds(p: Pence): string {
  const n = toSmall(p);
  if (Number.isNaN(n)) return formatLarge(p);
  const size = n < 0 ? -n : n;
  const pounds = quotient(size, 100);
  return `${n < 0 ? '-' : ''}${pounds}${CENTS[size - pounds * 100] as string}`;
}

/** Amounts on the way to an answer may be larger than any that is answered. */
function formatLarge(p: bigint): string {
  const digits = String(p < 0n ? -p : p);
  return `${p < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** The sum in pence; nothing comes to zero. Throws a RangeError beyond ±10^15. */
export function sumPence(items: Iterable<Pence>): Pence {
  let sum = 0n;
  for (const item of items) sum += item;
  return pence(sum);
}
