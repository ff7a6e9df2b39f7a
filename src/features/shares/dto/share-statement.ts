import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { CalendarDate, Count, Pounds, Slug, Uuid, Words, YesNo, Year } from '../../shared/fields.js';
import { CoversReopened, type ReopenedMonth } from '../../shared/reopened.js';
import { sharesAnswerSchema } from '../shares.schema.js';
import type { SharesAnswer } from '../../../engine/shares/answer.js';

const calculationSchema = {
  ...sharesAnswerSchema,
  description: 'The calculation, as POST /api/v1/calculations/shares answers it',
} as ApiPropertyOptions;

export class Days {
  @CalendarDate({ says: 'The first day' })
  from!: string;

  @CalendarDate({ says: 'The day after the last' })
  until!: string;
}

export class StatementDecision {
  @Uuid({ says: 'Id of the decision' })
  id!: string;

  @Slug({ says: 'Whose decision it is; null when a board of the partnership took it', nullable: true })
  authority!: string | null;

  @Words({ says: 'The name of that authority', nullable: true })
  authorityName!: string | null;

  @Words({ says: 'Its reference, as that council writes it' })
  reference!: string;

  @Words({ says: 'Who decided' })
  body!: string;

  @CalendarDate({ says: 'When' })
  takenOn!: string;

  @Words({ says: 'What was decided' })
  title!: string;

  @Words({ says: 'Where this comes from' })
  source!: string;

  @YesNo({ says: 'Made up to show how things work' })
  illustrative!: boolean;
}

export class StatementVersion {
  @Uuid({ says: 'Id of the agreement version' })
  id!: string;

  @Count({ says: 'Which version of its agreement', most: 1_000_000 })
  number!: number;

  @Words({ says: 'The agreement' })
  agreement!: string;

  @CalendarDate({ says: 'Its first day' })
  from!: string;

  @CalendarDate({ says: 'The day after its last; null when it has no end', nullable: true })
  until!: string | null;

  @Words({ says: 'Where in the agreement the schedule stands', nullable: true })
  clause!: string | null;

  @Words({ says: 'Where this comes from' })
  source!: string;

  @YesNo({ says: 'Made up to show how things work' })
  illustrative!: boolean;
}

export class StatementPart {
  @ApiProperty({ type: Days, description: 'The days of the year that this part covers' })
  period!: Days;

  @ApiProperty({ type: StatementVersion, description: 'The agreement version in force on those days' })
  agreementVersion!: StatementVersion;

  @ApiProperty({ type: StatementDecision, description: 'The decision that put it in force' })
  decision!: StatementDecision;

  @ApiProperty(calculationSchema)
  calculation!: SharesAnswer;
}

class Sums {
  @Pounds({ says: 'Share of the year' })
  share!: string;

  @Pounds({ says: 'Billed for the year, by bills of every fund of the partnership: a share is of no one fund' })
  billed!: string;

  @Pounds({ says: 'Of what is billed in every fund, due by the date of the statement' })
  due!: string;

  @Pounds({ says: 'Paid by the date of the statement, of bills of every fund' })
  paid!: string;

  @Pounds({ says: 'Share less what is paid: below nothing when more was paid than the share' })
  outstanding!: string;
}

export class PartnerStatement extends Sums {
  @Slug({ says: 'Id of the authority' })
  partner!: string;

  @Words({ says: 'Its name' })
  name!: string;

  @Words({ says: 'Its share of what was shared out, in per cent, for display only' })
  displayPercent!: string;
}

export class StatementTotals extends Sums {}

export class StatementCheck {
  @Words({ says: 'Which check' })
  check!: string;

  @YesNo({ says: 'Whether it holds' })
  holds!: boolean;

  @Words({ says: 'In words, with the figures' })
  says!: string;
}

export class Unallocated {
  @Words({ says: 'The pot' })
  pot!: string;

  @Pounds({ says: 'What nobody bears' })
  amount!: string;

  @Words({ says: 'Why' })
  why!: string;
}

/** Each partner's share of a year, what it rests on, and what has been paid. */
export class ShareStatement {
  @Slug({ says: 'Id of the partnership' })
  partnership!: string;

  @Year({ says: 'The financial year' })
  year!: string;

  @CalendarDate({ says: 'The position is as at the end of this day' })
  asAt!: string;

  @YesNo({ says: 'Whether any record it rests on is made up to show how things work' })
  illustrative!: boolean;

  @CoversReopened()
  reopened!: ReopenedMonth[];

  @ApiProperty({ type: Days, description: 'The year' })
  period!: Days;

  @ApiProperty({ type: [StatementPart], description: 'One for each stretch of the year with a version in force' })
  parts!: StatementPart[];

  @ApiProperty({ type: [PartnerStatement] })
  partners!: PartnerStatement[];

  @ApiProperty({ type: StatementTotals })
  totals!: StatementTotals;

  @ApiProperty({ type: [Unallocated], description: 'What nobody bears; never left out, never shared by default' })
  unallocated!: Unallocated[];

  @ApiProperty({ type: [StatementCheck] })
  checks!: StatementCheck[];

  @Words({ says: 'SHA-256 of the calculations and the payments it rests on: the same position, the same digest' })
  digest!: string;
}
