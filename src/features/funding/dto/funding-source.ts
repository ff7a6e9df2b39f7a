import { IntersectionType } from '@nestjs/swagger';
import { CalendarDate, Choice, Words } from '../../shared/fields.js';
import { Identified } from '../../shared/identified.js';
import { Recorded, Sourced } from '../../shared/provenance.js';

class FundingSourceFields {
  @Words({ says: 'Its name', example: 'Adoption support innovation grant', most: 200 })
  name!: string;

  @Words({ says: 'Who gives the money', example: 'Department for Education', most: 200 })
  funder!: string;

  @Choice(['pooled', 'off-formula'], {
    says: 'Through the pool, or off formula to the authority responsible for the child',
    example: 'off-formula',
  })
  route!: string;

  @Words({ says: 'What it pays for', example: 'Therapy for adopted children and their families', most: 500 })
  paysFor!: string;

  @CalendarDate({ says: 'When it began', example: '2015-05-01' })
  from!: string;
}

const pot = { says: 'The pot of the funding schedule that it pays towards; one that is pooled has one', most: 100 };
const line = { says: 'The line of that pot, where it pays for one line alone', most: 100 };
const conditions = { says: 'On which conditions it is given', most: 2000 };

/** A funding source to be added. */
export class NewFundingSource extends IntersectionType(FundingSourceFields, Sourced) {
  @Words({ ...pot, optional: true })
  pot?: string;

  @Words({ ...line, optional: true })
  line?: string;

  @Words({ ...conditions, optional: true })
  conditions?: string;
}

/** Money from outside the partners. */
export class FundingSource extends IntersectionType(Identified, FundingSourceFields, Recorded) {
  @Words({ ...pot, nullable: true })
  pot!: string | null;

  @Words({ ...line, nullable: true })
  line!: string | null;

  @Words({ ...conditions, nullable: true })
  conditions!: string | null;
}
