import { toPounds } from '../../features/shared/money.js';

/** Pounds as pence; a sum may pass what a single amount may be, so it is a plain whole number. */
export function penceOf(pounds: string): bigint {
  return BigInt(pounds.replace('.', ''));
}

/** What amounts in pounds come to. */
export function sumPounds(amounts: readonly string[]): string {
  return toPounds(amounts.reduce((sum, amount) => sum + penceOf(amount), 0n));
}
