import { daysBetween, type LocalDate } from '../../calendar/local-date.js';
import { type Standing } from './standing.js';

/** What a bill is called. Paid, part-paid, overdue and reversed follow from what was posted and the day; they are never stored. */
export const billStatuses = [
  ...(['budgeted', 'approved', 'invoiced', 'part-paid', 'paid', 'overdue'] as const),
  ...(['disputed', 'resolved', 'defaulted', 'reversed'] as const),
] as const;
export type BillStatus = (typeof billStatuses)[number];

/** What is known of a bill as at a day, in pence: `paid` is what was received for it by then. */
export interface BillFacts {
  readonly standing: Standing;
  readonly amount: bigint;
  readonly paid: bigint;
  readonly reversed: boolean;
  /** The last day on which it is paid in time. */
  readonly payBy: LocalDate;
}

/** Days past the last on which it is paid in time; none where that is still to come. */
export function daysLate(payBy: LocalDate, asAt: LocalDate): number {
  const days = daysBetween(payBy, asAt);
  return days > 0 ? days : 0;
}

/**
 * What a bill is called as at a day (our decision). What weighs more comes first: that it no longer stands; that it is
 * disputed, whatever was paid; that all of it is paid; that its partner has defaulted; that it is late; that some is paid.
 */
export function statusOf({ standing, amount, paid, reversed, payBy }: BillFacts, asAt: LocalDate): BillStatus {
  if (standing === 'budgeted') return standing;
  if (reversed) return 'reversed';
  if (standing === 'disputed') return standing;
  if (paid >= amount) return 'paid';
  if (standing === 'defaulted') return standing;
  if (daysLate(payBy, asAt) > 0) return 'overdue';
  return paid > 0n ? 'part-paid' : standing;
}
