import { IntersectionType } from '@nestjs/swagger';
import { CalendarDate, Pounds, Slug, Words, Year } from '../../shared/fields.js';
import { Identified } from '../../shared/identified.js';
import { Recorded, Sourced } from '../../shared/provenance.js';

class ContributionFields {
  @Slug({ says: 'The authority that owes it', example: 'dorset' })
  authority!: string;

  @CalendarDate({ says: 'When it is due', example: '2026-07-01' })
  dueOn!: string;

  @Pounds({ says: 'How much', example: '215629.25' })
  amount!: string;

  @Words({ says: 'What it is for', example: 'Quarterly instalment, 2 of 4', most: 200 })
  what!: string;
}

class ContributionDerived {
  @Year({ says: 'The financial year in which it is due' })
  financialYear!: string;
}

/** A contribution to be added. */
export class NewContribution extends IntersectionType(ContributionFields, Sourced) {}

/** A contribution that one partner owes. */
export class Contribution extends IntersectionType(Identified, ContributionFields, ContributionDerived, Recorded) {}
