import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { CalendarDate, Choice, Moment, Slug, Uuid, Words } from '../../shared/fields.js';
import { Identified } from '../../shared/identified.js';
import { Recorded, Sourced } from '../../shared/provenance.js';

class ReopeningFields {
  @Uuid({ says: 'The closing that is to be opened again: the newest of the latest month that is closed' })
  closing!: string;

  @Words({ says: 'Why the month has to be opened again', example: 'The host found an invoice of that month' })
  why!: string;
}

/** What one council asks: that a month be opened again. */
export class NewReopening extends IntersectionType(ReopeningFields, Sourced) {}

/** That another council agrees. */
export class NewReopeningApproval extends Sourced {}

/** That it does not, and why. */
export class NewReopeningRejection extends Sourced {
  @Words({ says: 'Why the month stays closed', example: 'Enter it in the month that is open' })
  reason!: string;
}

/** How a request to open a month again was decided. */
export class ReopeningOutcome {
  @Choice(['approved', 'rejected'], { says: 'What was decided' })
  outcome!: string;

  @Words({ says: 'Why, of a rejection', nullable: true })
  reason!: string | null;

  @Slug({ says: 'The authority that decided it', nullable: true })
  authority!: string | null;

  @Words({ says: 'The office that decided it' })
  recordedBy!: string;

  @Moment({ says: 'When it was decided' })
  recordedAt!: string;
}

class ReopeningShown {
  @CalendarDate({ says: 'The first day of the month' })
  startsOn!: string;

  @Slug({ says: 'The authority that asked', nullable: true })
  authority!: string | null;

  @Choice(['asked', 'approved', 'rejected'], { says: 'Where it stands: the month is open only once it is approved' })
  state!: string;

  @ApiProperty({ type: ReopeningOutcome, nullable: true, description: 'How it was decided' })
  outcome!: ReopeningOutcome | null;
}

/** A request to open a month again, and what became of it. */
export class LedgerReopening extends IntersectionType(Identified, ReopeningFields, ReopeningShown, Recorded) {}
