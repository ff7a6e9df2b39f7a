import type { Pence } from '../../engine/money/pence.js';
import { toPounds } from '../shared/money.js';

/** Rows as they are kept: pence as text, so that none passes through a float. */
export function toStored(rows: readonly { readonly pence: Pence }[]): string {
  return JSON.stringify(rows.map((row) => ({ ...row, pence: String(row.pence) })));
}

/** Kept rows as they are shown, in pounds. */
export function toShown<T extends { readonly pence: string }>(rows: readonly T[]) {
  return rows.map(({ pence, ...row }) => ({ ...row, amount: toPounds(BigInt(pence)) }));
}

/** What kept rows come to, in pounds. */
export function totalOf(rows: readonly { readonly pence: string }[]): string {
  return toPounds(rows.reduce((sum, { pence }) => sum + BigInt(pence), 0n));
}
