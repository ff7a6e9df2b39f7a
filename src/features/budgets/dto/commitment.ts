import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { CalendarDate, Choice, Pounds, Slug, Uuid, Words, Year } from '../../shared/fields.js';
import { Identified } from '../../shared/identified.js';
import { Recorded, Sourced } from '../../shared/provenance.js';

class CommitmentFields {
  @Slug({ says: 'The budget line that it is placed against', example: 'training' })
  line!: string;

  @Pounds({ says: 'What was ordered', example: '8400.00' })
  amount!: string;

  @Words({ says: 'With whom it was placed', example: 'Coram Training', most: 200 })
  supplier!: string;

  @Words({ says: 'The number of the order, as the host writes it', example: 'PO 4500123', most: 200 })
  reference!: string;

  @Words({ says: 'What was ordered', example: 'Preparation courses, autumn', most: 500 })
  what!: string;

  @CalendarDate({ says: 'The day of the order', example: '2026-09-14' })
  orderedOn!: string;

  @CalendarDate({
    says: 'The first day of the month in which it is expected to be paid; its year is the one whose budget it is held against',
    example: '2026-12-01',
  })
  expectedIn!: string;
}

class CommitmentGiven {
  @Slug({ says: 'The fund; "pool" when left out', optional: true })
  fund?: string | null;
}

/** What was let go of an order. */
export class ReleasedPart {
  @Pounds({ says: 'How much was let go' })
  amount!: string;

  @CalendarDate({ says: 'When' })
  releasedOn!: string;

  @Words({ says: 'Why' })
  reason!: string;
}

/** Spending that named an order. */
export class OrderPayment {
  @Uuid({ says: 'The entry' })
  entry!: string;

  @CalendarDate({ says: 'For which day it counts' })
  effectiveOn!: string;

  @Pounds({ says: 'How much was spent' })
  amount!: string;
}

class CommitmentShown {
  @Slug({ says: 'The fund' })
  fund!: string;

  @Year({ says: 'The financial year whose budget it is held against' })
  financialYear!: string;

  @Choice(['open', 'paid', 'released'], { says: 'Whether something is still to come of it' })
  state!: string;

  @Pounds({ says: 'What was spent on it, by entries that name it and were not reversed', nothingAllowed: true })
  paid!: string;

  @Pounds({ says: 'What of it was let go', nothingAllowed: true })
  released!: string;

  @Pounds({ says: 'What is still committed: never less than nothing', nothingAllowed: true })
  outstanding!: string;

  @ApiProperty({ type: [OrderPayment], description: 'The entries that name it and were not reversed' })
  payments!: OrderPayment[];

  @ApiProperty({ type: [ReleasedPart], description: 'What of it was let go, when and why' })
  releases!: ReleasedPart[];
}

/** An order to be recorded. */
export class NewCommitment extends IntersectionType(CommitmentFields, CommitmentGiven, Sourced) {}

/** An order, and what became of it. */
export class Commitment extends IntersectionType(Identified, CommitmentFields, CommitmentShown, Recorded) {}

class ReleaseFields {
  @Uuid({ says: 'The order' })
  commitment!: string;

  @CalendarDate({ says: 'When it was let go', example: '2026-11-20' })
  releasedOn!: string;

  @Words({ says: 'Why', example: 'The supplier cannot deliver', most: 1000 })
  reason!: string;
}

class ReleaseGiven {
  @Pounds({ says: 'How much of it; all that is left when left out', example: '100.00', optional: true })
  amount?: string | null;
}

class ReleaseShown {
  @Pounds({ says: 'How much of it' })
  amount!: string;
}

/** That an order, or a part of it, is let go. */
export class NewCommitmentRelease extends IntersectionType(ReleaseFields, ReleaseGiven, Sourced) {}

/** What was let go of an order, and why. */
export class CommitmentRelease extends IntersectionType(Identified, ReleaseFields, ReleaseShown, Recorded) {}
