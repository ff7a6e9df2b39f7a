import { type LocalDate } from '../../engine/calendar/local-date.js';
import { type Standing } from '../../engine/ledger/bills/standing.js';
import { daysLate, statusOf } from '../../engine/ledger/bills/status.js';
import { toPounds } from '../shared/money.js';
import type { ReopenedMonth } from '../shared/reopened.js';
import { type RecordedRow, showProvenance } from '../shared/provenance.js';
import type { BillStep, LedgerBill } from './dto/bill.js';

export interface BillRow extends RecordedRow {
  readonly id: string;
  readonly kind: string;
  readonly fund: string;
  readonly authority: string;
  readonly due_on: string;
  readonly pay_by: LocalDate;
  readonly financial_year: string;
  readonly what: string;
  readonly amount: bigint;
  readonly paid: bigint;
  readonly reversed: boolean;
  readonly standing: Standing;
  readonly status: string;
  readonly reopened: ReopenedMonth[];
  readonly invoiced: { readonly invoice: string; readonly hostLedger: string | null; readonly on: string } | null;
}

export interface StepRow {
  readonly what: string;
  readonly on_day: string;
  readonly amount: bigint | null;
  readonly reference: string | null;
  readonly reason: string | null;
  readonly decision: string | null;
  readonly entry: string | null;
  readonly authority: string | null;
  readonly recorded_by: string;
  readonly recorded_at: Date;
}

/** A bill as at a day. What the database calls it, to narrow a list down, has to be what the rules call it. */
export function showBill(row: BillRow, asAt: LocalDate): LedgerBill {
  const { standing, amount, paid, reversed, pay_by: payBy } = row;
  const status = statusOf({ standing, amount, paid, reversed, payBy }, asAt);
  if (status !== row.status) throw new Error(`A bill that is ${status} was called ${row.status}.`);
  const left = (reversed ? 0n : amount) - paid;
  return {
    id: row.id,
    authority: row.authority,
    kind: row.kind,
    status,
    what: row.what,
    ...{ dueOn: row.due_on, payBy, financialYear: row.financial_year },
    ...{ amount: toPounds(amount), paid: toPounds(paid), left: toPounds(left) },
    daysLate: left > 0n ? daysLate(payBy, asAt) : 0,
    invoice: row.invoiced?.invoice ?? null,
    hostLedger: row.invoiced?.hostLedger ?? null,
    invoicedOn: row.invoiced?.on ?? null,
    fund: row.fund,
    ...showProvenance(row),
    reopened: row.reopened,
  };
}

export function showStep({ on_day, amount, reference, recorded_by, recorded_at, ...row }: StepRow): BillStep {
  return {
    what: row.what,
    on: on_day,
    amount: amount === null ? null : toPounds(amount),
    reference: reference === '' ? null : reference,
    ...{ reason: row.reason, decision: row.decision, entry: row.entry, authority: row.authority },
    ...{ recordedBy: recorded_by, recordedAt: recorded_at.toISOString() },
  };
}
