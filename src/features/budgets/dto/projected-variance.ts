import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import type { VarianceAnswer } from '../../../engine/variance/answer.js';
import { CalendarDate, Choice, Count, Document, Pounds, Slug, Uuid, Words, Year, YesNo } from '../../shared/fields.js';
import { ReopenedColumn } from '../../shared/reopened.js';
import { OutturnOf } from './outturn.js';

/** What one partner would pay more or get back. */
export class ProjectedPartner {
  @Slug({ says: 'The partner' })
  partner!: string;

  @Pounds({ says: 'Above nothing it would pay more, below nothing get back', anySign: true })
  amount!: string;

  @Words({ says: 'The same in words' })
  says!: string;
}

/** The agreement version whose ladders a variance goes down. */
export class LadderVersion {
  @Uuid({ says: 'Its id' })
  id!: string;

  @Count({ says: 'Which version of its agreement', most: 1_000_000 })
  number!: number;

  @Words({ says: 'The agreement' })
  agreement!: string;

  @Count({ says: 'How many versions share the year: of several it is the last', most: 1_000 })
  versionsInYear!: number;
}

class ProjectionShown {
  @Choice(['projected'], { says: 'It is projected: nothing of it is posted, and nothing of it binds' })
  standing!: 'projected';

  @Words({ says: 'What it is, in words' })
  says!: string;

  @YesNo({ says: 'Whether every line has a forecast of each month after the actual spending' })
  complete!: boolean;

  @ApiProperty({ type: LadderVersion, description: 'Whose ladders it goes down' })
  agreementVersion!: LadderVersion;

  @ApiProperty({ type: [ProjectedPartner], description: 'What each partner would pay more or get back' })
  partners!: ProjectedPartner[];

  @Document({ says: 'The calculation with its working, as POST /api/v1/calculations/variance answers it' })
  calculation!: VarianceAnswer;

  @Document({
    says: 'What to send as the `document` of a recorded calculation of the kind `variance`, to keep this one',
  })
  document!: object;
}

/** A year's outturn less its budget, run down the agreement's ladder: projected, and not posted. */
export class ProjectedVariance extends IntersectionType(OutturnOf, ProjectionShown) {}

/** What each partner would pay or get back, as a row of a sheet; the last row what nobody does. */
export class ProjectedPartnerRow {
  @Year({ says: 'The financial year' })
  financialYear!: string;

  @Slug({ says: 'The fund' })
  fund!: string;

  @Slug({ says: 'The partner; nothing of what nobody bears or gets until the board decides', nullable: true })
  partner!: string | null;

  @Pounds({ says: 'Above nothing it would pay more, below nothing get back', anySign: true })
  amount!: string;

  @Choice(['projected'], { says: 'It is projected: nothing of it is posted' })
  standing!: 'projected';

  @CalendarDate({ says: 'As at the end of this day' })
  asAt!: string;

  @CalendarDate({ says: 'What was recorded by the end of this day; null for all that is known', nullable: true })
  knownAt!: string | null;

  @Words({ says: 'The report whose forecast it rests on', nullable: true })
  report!: string | null;

  @YesNo({ says: 'Whether something in it is made up to show how things work' })
  illustrative!: boolean;

  @ReopenedColumn()
  reopened!: string | null;
}
