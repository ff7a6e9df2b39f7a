import { toPence } from '../../shared/money.js';

/** Pounds added up, in pence. */
export function sumOf(amounts: readonly string[]): bigint {
  return amounts.reduce((sum, amount) => sum + toPence(amount), 0n);
}
