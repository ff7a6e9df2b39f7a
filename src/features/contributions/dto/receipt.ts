import { IntersectionType } from '@nestjs/swagger';
import { CalendarDate, Pounds, Slug, Uuid, Words } from '../../shared/fields.js';
import { Identified } from '../../shared/identified.js';
import { Recorded, Sourced } from '../../shared/provenance.js';

class ReceiptFields {
  @Uuid({ says: 'The contribution that it pays, in part or whole' })
  contribution!: string;

  @CalendarDate({ says: 'When the host received it', example: '2026-07-03' })
  receivedOn!: string;

  @Pounds({ says: 'How much', example: '215629.25' })
  amount!: string;

  @Words({ says: 'The reference of the payment', example: 'BACS 0042117', most: 200 })
  reference!: string;
}

class ReceiptDerived {
  @Slug({ says: 'The authority that paid: the one that owed' })
  authority!: string;
}

/** A receipt to be added. */
export class NewReceipt extends IntersectionType(ReceiptFields, Sourced) {}

/** Money received towards one contribution. */
export class Receipt extends IntersectionType(Identified, ReceiptFields, ReceiptDerived, Recorded) {}
