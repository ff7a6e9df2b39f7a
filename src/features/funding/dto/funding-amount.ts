import { IntersectionType } from '@nestjs/swagger';
import { CalendarDate, Pounds, Uuid } from '../../shared/fields.js';
import { Identified } from '../../shared/identified.js';
import { Recorded, Sourced } from '../../shared/provenance.js';

class FundingAmountFields {
  @Uuid({ says: 'The funding source' })
  fundingSource!: string;

  @CalendarDate({ says: 'The first day for which it is given', example: '2026-04-01' })
  from!: string;

  @CalendarDate({ says: 'The day after the last', example: '2027-04-01' })
  until!: string;

  @Pounds({ says: 'How much for those days', example: '730525.60', nothingAllowed: true })
  amount!: string;

  @CalendarDate({ says: 'When it was announced; the latest stands', example: '2026-09-01' })
  announcedOn!: string;
}

const limitPerChild = {
  says: 'The most that it pays for one child in a year, where it has a limit',
  example: '3000.00',
};

/** An amount to be added. */
export class NewFundingAmount extends IntersectionType(FundingAmountFields, Sourced) {
  @Pounds({ ...limitPerChild, optional: true })
  limitPerChild?: string;
}

/** What a funding source gives for a period. */
export class FundingAmount extends IntersectionType(Identified, FundingAmountFields, Recorded) {
  @Pounds({ ...limitPerChild, nullable: true })
  limitPerChild!: string | null;
}
