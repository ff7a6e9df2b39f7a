import { IntersectionType } from '@nestjs/swagger';
import { CalendarDate, Choice, Slug, Words } from '../../shared/fields.js';
import { Recorded, Sourced } from '../../shared/provenance.js';

const models = ['hosted', 'council-owned-company', 'voluntary-agency-led', 'no-staff-transfer', 'alliance'];

class PartnershipFields {
  @Slug({ says: 'Id of the partnership, chosen by whoever adds it', example: 'aspire-west' })
  id!: string;

  @Words({ says: 'Its name', example: 'Aspire West', most: 200 })
  name!: string;

  @Choice(models, { says: 'How it is delivered', example: 'hosted' })
  deliveryModel!: string;

  @Words({ says: 'What it is, in a sentence or two', example: 'Two councils arrange adoption together; one hosts.' })
  about!: string;
}

const liveOn = { says: 'The day it went live, once that is known', example: '2019-04-01' };
const fullyOperationalOn = { says: 'The day it was fully operational, once that is known', example: '2019-10-01' };

/** A partnership to be added. */
export class NewPartnership extends IntersectionType(PartnershipFields, Sourced) {
  @CalendarDate({ ...liveOn, optional: true })
  liveOn?: string;

  @CalendarDate({ ...fullyOperationalOn, optional: true })
  fullyOperationalOn?: string;
}

/** Authorities that arrange adoption together. */
export class Partnership extends IntersectionType(PartnershipFields, Recorded) {
  @CalendarDate({ ...liveOn, nullable: true })
  liveOn!: string | null;

  @CalendarDate({ ...fullyOperationalOn, nullable: true })
  fullyOperationalOn!: string | null;
}
