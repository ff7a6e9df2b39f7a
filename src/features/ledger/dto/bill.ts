import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { billStatuses } from '../../../engine/ledger/bills/status.js';
import { CalendarDate, Choice, Count, Moment, Pounds, Slug, Uuid, Words, Year } from '../../shared/fields.js';
import { CoversReopened, ReopenedColumn, type ReopenedMonth } from '../../shared/reopened.js';
import { Identified } from '../../shared/identified.js';
import { Recorded, Sourced } from '../../shared/provenance.js';

export const billKinds = ['contribution', 'one-off'] as const;

class Happened {
  @CalendarDate({ says: 'When it happened', example: '2026-04-02' })
  happenedOn!: string;
}

class Invoiced {
  @Words({ says: 'The reference of the host’s invoice', example: 'INV-2026-0412', most: 200 })
  invoice!: string;

  @Words({ says: 'Where the invoice stands in the host’s own ledger', optional: true, most: 200 })
  hostLedger?: string | null;
}

class ForAReason {
  @Words({ says: 'Why', example: 'The children placed were counted twice' })
  reason!: string;
}

/** That the host sent a bill out. */
export class NewInvoice extends IntersectionType(Happened, Invoiced, Sourced) {}

/** That a partner disputes its bill, and why. */
export class NewDispute extends IntersectionType(Happened, ForAReason, Sourced) {}

class ByDecision {
  @Uuid({ says: 'The decision behind it', optional: true })
  decision?: string | null;
}

/** How a dispute was resolved. */
export class NewResolution extends IntersectionType(Happened, ForAReason, ByDecision, Sourced) {}

class Decided {
  @Uuid({ says: 'The decision that the partner is in default' })
  decision!: string;
}

/** That a partner has defaulted on a bill that it did not pay in time. */
export class NewDefault extends IntersectionType(Happened, Decided, Sourced) {}

class BillFields {
  @Slug({ says: 'The partner that owes it' })
  authority!: string;

  @Choice(billKinds, { says: 'A contribution to a year’s share, or a charge beside it' })
  kind!: string;

  @Choice(billStatuses, {
    says:
      'Where it stands. Paid, part-paid, overdue and reversed follow from what was posted and the day; budgeted is what waits ' +
      'for approval',
  })
  status!: string;

  @Words({ says: 'What it is for' })
  what!: string;

  @CalendarDate({ says: 'When it falls due, from which it counts' })
  dueOn!: string;

  @CalendarDate({ says: 'The last day on which it is paid in time, by the agreement' })
  payBy!: string;

  @Year({ says: 'The financial year of the day on which it falls due' })
  financialYear!: string;

  @Pounds({ says: 'How much' })
  amount!: string;

  @Pounds({ says: 'What of it has been paid', anySign: true })
  paid!: string;

  @Pounds({ says: 'What is left to pay; nothing of what was reversed', anySign: true })
  left!: string;

  @Count({ says: 'Days past the last on which it is paid in time, where something is left to pay', most: 1_000_000 })
  daysLate!: number;

  @Words({ says: 'The reference of the host’s invoice', nullable: true })
  invoice!: string | null;

  @Words({ says: 'Where the invoice stands in the host’s own ledger', nullable: true })
  hostLedger!: string | null;

  @CalendarDate({ says: 'When it was invoiced', nullable: true })
  invoicedOn!: string | null;

  @Slug({ says: 'The fund' })
  fund!: string;
}

class Covering {
  @CoversReopened()
  reopened!: ReopenedMonth[];
}

/** A contribution or a one-off charge: what a partner is billed, and where that stands. */
export class LedgerBill extends IntersectionType(Identified, BillFields, Recorded, Covering) {}

/** The same as a row of a file. */
export class LedgerBillRow extends IntersectionType(Identified, BillFields, Recorded) {
  @ReopenedColumn()
  reopened!: string | null;
}

const steps = [
  ...['proposed', 'approved', 'recorded', 'invoiced', 'disputed', 'resolved', 'defaulted'],
  ...['received', 'receipt-reversed', 'reversed'],
];

/** One thing that happened to a bill. */
export class BillStep {
  @Choice(steps, { says: 'What happened; recorded is posted without somebody else’s approval' })
  what!: string;

  @CalendarDate({ says: 'The day for which it counts, or on which it happened' })
  on!: string;

  @Pounds({ says: 'How much it is about', nullable: true, anySign: true })
  amount!: string | null;

  @Words({ says: 'Its reference: of the host’s invoice, of the payment', nullable: true })
  reference!: string | null;

  @Words({ says: 'Why, or what it is for', nullable: true })
  reason!: string | null;

  @Uuid({ says: 'The decision behind it', nullable: true })
  decision!: string | null;

  @Uuid({ says: 'The entry of the ledger that it is', nullable: true })
  entry!: string | null;

  @Slug({ says: 'In whose name it was recorded', nullable: true })
  authority!: string | null;

  @Words({ says: 'The office or process that recorded it' })
  recordedBy!: string;

  @Moment({ says: 'When it was recorded' })
  recordedAt!: string;
}

class WithHistory {
  @ApiProperty({ type: [BillStep], description: 'All that happened to it, in the order in which it was recorded' })
  history!: BillStep[];
}

/** A bill with all that happened to it. */
export class LedgerBillWithHistory extends IntersectionType(LedgerBill, WithHistory) {}
