import { IntersectionType } from '@nestjs/swagger';
import { CalendarDate, Pounds, Slug, Year } from '../../shared/fields.js';
import { Identified } from '../../shared/identified.js';
import { Recorded, Sourced } from '../../shared/provenance.js';

class ProvisionFields {
  @Slug({ says: 'The authority whose own budget it is', example: 'dorset' })
  authority!: string;

  @Year({ says: 'The financial year', example: '2026-27' })
  financialYear!: string;

  @Pounds({ says: 'How much that budget sets aside for the bill', example: '862517.00', nothingAllowed: true })
  amount!: string;

  @CalendarDate({ says: 'When that authority decided it; the latest stands', example: '2026-09-24' })
  decidedOn!: string;
}

/** A provision to be added. */
export class NewProvision extends IntersectionType(ProvisionFields, Sourced) {}

/** What a partner's own budget sets aside for its bill of a year. */
export class Provision extends IntersectionType(Identified, ProvisionFields, Recorded) {}
