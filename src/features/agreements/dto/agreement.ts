import { IntersectionType } from '@nestjs/swagger';
import { CalendarDate, Words } from '../../shared/fields.js';
import { Identified } from '../../shared/identified.js';
import { Recorded, Sourced } from '../../shared/provenance.js';

class AgreementFields {
  @Words({ says: 'What the agreement is called', example: 'Aspire inter-authority agreement 2030', most: 300 })
  title!: string;

  @CalendarDate({ says: 'Its first day', example: '2030-04-01' })
  from!: string;
}

class AgreementEnd {
  @CalendarDate({ says: 'The day after its last; left out when it has no end', example: '2035-04-01', optional: true })
  until?: string | null;
}

class AgreementEnds {
  @CalendarDate({ says: 'The day after its last; null when it has no end', nullable: true })
  until!: string | null;
}

/** An agreement to be added. */
export class NewAgreement extends IntersectionType(AgreementFields, AgreementEnd, Sourced) {}

/** An agreement between the partners. Its terms are in its versions. */
export class Agreement extends IntersectionType(Identified, AgreementFields, AgreementEnds, Recorded) {}
