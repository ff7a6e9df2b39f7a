import { formatPounds, type Pence, readPounds } from '../../engine/money/pence.js';

/** Pounds, already checked at the door, as pence. */
export function toPence(pounds: string): Pence {
  const amount = readPounds(pounds);
  if (amount === undefined) throw new Error('An amount came past the door unchecked.');
  return amount;
}

/** Pence as the database gives them, as pounds. */
export function toPounds(amount: bigint): string {
  return formatPounds(amount as Pence);
}
