import { IntersectionType } from '@nestjs/swagger';
import { CalendarDate, Choice, Slug, Words } from '../../shared/fields.js';
import { Identified } from '../../shared/identified.js';
import { Recorded, Sourced } from '../../shared/provenance.js';

const outcomes = [
  'approved',
  'endorsed',
  'noted',
  'change-recommended',
  'not-endorsed',
  'deferred',
  'refused',
  'withdrawn',
];
const matters = ['joining', 'business-case', 'agreement', 'formula', 'budget', 'direction', 'nothing'];

class DecisionFields {
  @Words({ says: 'The body that took it', example: 'Cabinet', most: 200 })
  body!: string;

  @Words({ says: 'Its reference, as that body writes it', example: '19/00047', most: 200 })
  reference!: string;

  @CalendarDate({ says: 'When it was taken', example: '2019-07-15' })
  takenOn!: string;

  @Choice(outcomes, { says: 'What was resolved', example: 'approved' })
  outcome!: string;

  @Choice(matters, { says: 'What it approves', example: 'agreement' })
  approves!: string;

  @Words({ says: 'What it is about', example: 'Regional adoption agency: partnership agreement', most: 500 })
  title!: string;
}

const authority = { says: 'Whose decision it is; none when a board of the partnership took it', example: 'dorset' };

/** A decision to be added. */
export class NewDecision extends IntersectionType(DecisionFields, Sourced) {
  @Slug({ ...authority, optional: true })
  authority?: string;
}

/** What a council or a board resolved, when, and under which reference. */
export class Decision extends IntersectionType(Identified, DecisionFields, Recorded) {
  @Slug({ ...authority, nullable: true })
  authority!: string | null;
}
