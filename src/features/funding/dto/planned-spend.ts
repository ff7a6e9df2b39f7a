import { IntersectionType } from '@nestjs/swagger';
import { CalendarDate, Pounds, Slug, Uuid } from '../../shared/fields.js';
import { Identified } from '../../shared/identified.js';
import { Recorded, Sourced } from '../../shared/provenance.js';

class PlannedSpendFields {
  @Uuid({ says: 'The funding source that it is to come from' })
  fundingSource!: string;

  @CalendarDate({ says: 'The first day on which it is to be spent', example: '2026-04-01' })
  from!: string;

  @CalendarDate({ says: 'The day after the last', example: '2027-04-01' })
  until!: string;

  @Pounds({ says: 'How much over those days', example: '300000.00', nothingAllowed: true })
  amount!: string;

  @CalendarDate({ says: 'When it was planned; the latest stands', example: '2026-09-24' })
  plannedOn!: string;
}

const authority = { says: 'The authority that spends it off formula; none when the pool does', example: 'dorset' };

/** A plan to be added. */
export class NewPlannedSpend extends IntersectionType(PlannedSpendFields, Sourced) {
  @Slug({ ...authority, optional: true })
  authority?: string;
}

/** What is to be spent from a funding source in a period. */
export class PlannedSpend extends IntersectionType(Identified, PlannedSpendFields, Recorded) {
  @Slug({ ...authority, nullable: true })
  authority!: string | null;
}
