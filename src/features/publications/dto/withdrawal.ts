import { IntersectionType } from '@nestjs/swagger';
import { CalendarDate, Uuid } from '../../shared/fields.js';
import { Identified } from '../../shared/identified.js';
import { Recorded, Sourced } from '../../shared/provenance.js';

class WithdrawalFields {
  @Uuid({ says: 'Id of the publication that the public is no longer shown' })
  publication!: string;
}

/** Takes something back that was published; its source says why. */
export class NewWithdrawal extends IntersectionType(WithdrawalFields, Sourced) {}

/** What was taken back, when and why. */
export class Withdrawal extends IntersectionType(Identified, WithdrawalFields, Recorded) {
  @CalendarDate({ says: 'When, in London' })
  withdrawnOn!: string;
}
