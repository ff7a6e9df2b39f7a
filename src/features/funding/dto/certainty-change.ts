import { IntersectionType } from '@nestjs/swagger';
import { CalendarDate, Choice, Uuid } from '../../shared/fields.js';
import { Identified } from '../../shared/identified.js';
import { Recorded, Sourced } from '../../shared/provenance.js';

const certainties = ['confirmed', 'announced', 'expected', 'at-risk', 'lost'];

class CertaintyChangeFields {
  @Uuid({ says: 'The funding source' })
  fundingSource!: string;

  @Choice(certainties, { says: 'How certain it is from then on', example: 'confirmed' })
  certainty!: string;

  @CalendarDate({ says: 'When that happened', example: '2026-10-15' })
  happenedOn!: string;
}

const confirmedUntil = {
  says: 'The last day for which the money is confirmed; what is confirmed has one',
  example: '2027-03-31',
};
const nextDecisionBy = { says: 'By when the next decision is due, where that is known', example: '2027-01-31' };

/** A change of certainty to be added. */
export class NewCertaintyChange extends IntersectionType(CertaintyChangeFields, Sourced) {
  @CalendarDate({ ...confirmedUntil, optional: true })
  confirmedUntil?: string;

  @CalendarDate({ ...nextDecisionBy, optional: true })
  nextDecisionBy?: string;
}

/** How certain a funding source became, and when. */
export class CertaintyChange extends IntersectionType(Identified, CertaintyChangeFields, Recorded) {
  @CalendarDate({ ...confirmedUntil, nullable: true })
  confirmedUntil!: string | null;

  @CalendarDate({ ...nextDecisionBy, nullable: true })
  nextDecisionBy!: string | null;
}
