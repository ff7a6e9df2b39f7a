import { ApiProperty } from '@nestjs/swagger';
import { CalendarDate, Choice, Count, Moment, Pounds, Slug, Uuid, Words, YesNo, Year } from '../../shared/fields.js';

/** What one partner bears of a part, or of the whole year. */
export class RecordedShare {
  @Slug({ says: 'Id of the authority' })
  partner!: string;

  @Words({ says: 'Its name' })
  name!: string;

  @Pounds({ says: 'What it bears, as it was recorded' })
  amount!: string;
}

/** The recorded calculation of a part. */
export class RecordedPartCalculation {
  @Uuid({ says: 'Its id' })
  id!: string;

  @Words({ says: 'What it was recorded for' })
  why!: string;

  @Moment({ says: 'When it was recorded' })
  recordedAt!: string;

  @Words({ says: 'The office that recorded it' })
  recordedBy!: string;

  @Words({ says: 'The version of the rules that made it' })
  engine!: string;

  @Words({ says: 'SHA-256 of its document and the version of the rules' })
  digest!: string;

  @Words({ says: 'SHA-256 of every byte of its answer' })
  answerDigest!: string;

  @YesNo({ says: 'Whether the share statement would calculate this part from the same document by the same rules' })
  sameDigest!: boolean;

  @Pounds({ says: 'What it shares' })
  total!: string;

  @Pounds({ says: 'What nobody bears of it' })
  unallocated!: string;

  @ApiProperty({ type: [RecordedShare] })
  partners!: RecordedShare[];
}

/** Some days of a year under one agreement version, with what was recorded of them. */
export class RecordedPart {
  @CalendarDate({ says: 'The first day' })
  from!: string;

  @CalendarDate({ says: 'The day after the last' })
  until!: string;

  @Count({ says: 'How many days that is', most: 366 })
  days!: number;

  @Uuid({ says: 'The agreement version in force on them' })
  agreementVersion!: string;

  @Words({ says: 'The agreement' })
  agreement!: string;

  @Count({ says: 'Which version of it', most: 1_000_000 })
  number!: number;

  @ApiProperty({
    type: RecordedPartCalculation,
    nullable: true,
    description: 'The latest calculation recorded of exactly these days under that version; null where none is',
  })
  calculation!: RecordedPartCalculation | null;
}

export class RecordedYearCheck {
  @Words({ says: 'Which check' })
  check!: string;

  @YesNo({ says: 'Whether it holds' })
  holds!: boolean;

  @Words({ says: 'In words, with the figures' })
  says!: string;
}

/** A year as it was recorded, whole: every agreement version that shares it, and what each partner bears over all of them. */
export class RecordedYear {
  @Slug({ says: 'Id of the partnership' })
  partnership!: string;

  @Year({ says: 'The financial year' })
  year!: string;

  @CalendarDate({ says: 'The versions are those that were decided by the end of this day' })
  asAt!: string;

  @YesNo({ says: 'Whether any record it rests on is made up to show how things work' })
  illustrative!: boolean;

  @YesNo({ says: 'Whether every part of the year is recorded, and so the totals are those of the whole year' })
  complete!: boolean;

  @ApiProperty({ type: [RecordedPart], description: 'One for each stretch of the year with a version in force' })
  parts!: RecordedPart[];

  @ApiProperty({ type: [RecordedShare], description: 'What each partner bears over all recorded parts' })
  partners!: RecordedShare[];

  @Pounds({ says: 'What all recorded parts share' })
  total!: string;

  @Pounds({ says: 'What nobody bears of it' })
  unallocated!: string;

  @ApiProperty({ type: [RecordedYearCheck] })
  checks!: RecordedYearCheck[];

  @Words({ says: 'SHA-256 over the year, its parts with the digests of their answers, and the totals' })
  digest!: string;
}

/** One figure of a recorded year, as a row of a sheet. */
export class RecordedYearRow {
  @Choice(['part', 'year', 'check'], { says: 'What it is of' })
  section!: string;

  @CalendarDate({ says: 'The first day of the part', nullable: true })
  from!: string | null;

  @CalendarDate({ says: 'The day after its last', nullable: true })
  until!: string | null;

  @Uuid({ says: 'The agreement version', nullable: true })
  agreementVersion!: string | null;

  @Uuid({ says: 'The recorded calculation', nullable: true })
  calculation!: string | null;

  @Slug({ says: 'The partner; none where nobody bears it, or of a whole part', nullable: true })
  partner!: string | null;

  @Pounds({ says: 'How much', nullable: true })
  amount!: string | null;

  @Words({ says: 'What goes with it: a name, a digest, or what a check says', nullable: true })
  says!: string | null;
}
