import { IntersectionType } from '@nestjs/swagger';
import { CalendarDate, Choice, Slug, Words } from '../../shared/fields.js';
import { Identified } from '../../shared/identified.js';
import { Recorded, Sourced } from '../../shared/provenance.js';

const roles = ['host', 'partner', 'observer', 'invited', 'withdrawn'];

class ParticipationFields {
  @Slug({ says: 'The authority that takes part', example: 'southampton' })
  authority!: string;

  @Choice(roles, { says: 'In which role', example: 'partner' })
  role!: string;

  @CalendarDate({ says: 'The first day in that role', example: '2030-04-01' })
  from!: string;
}

const until = { says: 'The day after the last in that role, where it ends', example: '2031-04-01' };

/** A participation to be added. */
export class NewParticipation extends IntersectionType(ParticipationFields, Sourced) {
  @CalendarDate({ ...until, optional: true })
  until?: string;
}

/** In which role an authority takes part in a partnership, from when until when. */
export class Participation extends IntersectionType(Identified, ParticipationFields, Recorded) {
  @CalendarDate({ ...until, nullable: true })
  until!: string | null;

  @Words({ says: 'The name of that authority', example: 'Dorset Council' })
  authorityName!: string;
}
