import { toPounds } from '../../features/shared/money.js';
import { penceOf } from '../ledger/sum.js';
import { showPounds } from '../shared/words.js';

/** By how much a figure is more or less than the one before: `+£10.00`, `−£10.00` or `No change`. */
export function changeOf(before: string, now: string): string {
  const pence = penceOf(now) - penceOf(before);
  if (pence === 0n) return 'No change';
  return `${pence > 0n ? '+' : ''}${showPounds(toPounds(pence))}`;
}

/** The same of what a report may not have said at all. */
export function changeSaid(before: string | undefined, now: string | undefined): string {
  if (before !== undefined && now !== undefined) return changeOf(before, now);
  if (before === undefined && now === undefined) return '';
  return now === undefined ? 'Said no more' : 'Not said before';
}
