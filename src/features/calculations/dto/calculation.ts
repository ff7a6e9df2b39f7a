import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { exampleSchedule } from '../../shared/example-schedule.js';
import { CalendarDate, Choice, Document, Uuid, Words, Year, YesNo } from '../../shared/fields.js';
import { Identified } from '../../shared/identified.js';
import { Recorded, Sourced } from '../../shared/provenance.js';
import { type CalculationKind, calculationKinds } from '../kinds.js';

/** Something recorded that was put into a document in the place of a reference to it. */
export class StoredReference {
  @Words({ says: 'Where in the document it was named: a JSON pointer', example: '/recorded' })
  at!: string;

  @Choice(['calculation', 'agreement-version', 'share-statement'], { says: 'What kind of record it is' })
  kind!: 'calculation' | 'agreement-version' | 'share-statement';

  @Words({ says: 'Its id; of a share statement the financial year' })
  id!: string;

  @CalendarDate({ says: 'Of a share statement, as at when', optional: true })
  asAt?: string;
}

class Why {
  @Words({ says: 'What it is for', example: 'The shares that the board is asked to approve on 3 March' })
  why!: string;
}

class CalculationGiven {
  @Choice(calculationKinds, { says: 'Which calculator', example: 'shares', optional: true })
  kind?: CalculationKind | null;

  @Document({
    says:
      'The document, as that calculator takes it. Wherever it takes a shares document, a recorded one can be named instead: ' +
      '`{"calculation": id}`, `{"agreementVersion": id}` or `{"shareStatement": "2020-21", "asAt": date}`, with ' +
      '`"agreementVersion": id` beside it where several versions share the year. A variance can name ' +
      '`agreementVersion` beside `budget` and `forecast` or `lines`, `cause` and `reserve`: then it goes down that version’s ladders. ' +
      'At most 4,000,000 characters, with all that is named put in; as many of the answer',
    example: exampleSchedule('2020-21'),
    optional: true,
  })
  document?: object | null;

  @Uuid({ says: 'A recorded calculation to make again, instead of `kind` and `document`', optional: true })
  repeats?: string | null;

  @Uuid({
    says: 'The agreement version that it is about; when one alone is named in the document, that one',
    optional: true,
  })
  agreementVersion?: string | null;

  @Year({ says: 'The financial year that it is about', optional: true })
  year?: string | null;
}

class CalculationShown {
  @Choice(calculationKinds, { says: 'Which calculator' })
  kind!: CalculationKind;

  @Uuid({ says: 'The agreement version that it is about', nullable: true })
  agreementVersion!: string | null;

  @Year({ says: 'The financial year that it is about', nullable: true })
  year!: string | null;

  @Uuid({ says: 'The recorded calculation that it makes again', nullable: true })
  repeats!: string | null;

  @YesNo({
    says: 'Whether that one has the same digest: the same document, and the same version of the rules',
    nullable: true,
  })
  sameDigest!: boolean | null;

  @YesNo({
    says: 'Whether that one has the same figures, whatever the version of the rules and its words',
    nullable: true,
  })
  sameFigures!: boolean | null;

  @ApiProperty({ type: [StoredReference], description: 'What is recorded and was named in the document' })
  restsOn!: StoredReference[];

  @Words({ says: 'The version of the rules that made it' })
  engine!: string;

  @Words({ says: 'SHA-256 of the document and the version of the rules' })
  digest!: string;

  @Words({ says: 'SHA-256 of every byte of the answer, as it is kept' })
  answerDigest!: string;
}

class CalculationKept {
  @Document({ says: 'The document as it was calculated, with all that was named put in' })
  document!: object;

  @Document({ says: 'The whole answer, as that calculator gave it' })
  answer!: object;
}

/** A calculation to be made and recorded. */
export class NewCalculation extends IntersectionType(CalculationGiven, Why, Sourced) {}

/** A recorded calculation, as lists have it. It is never edited. */
export class RecordedCalculation extends IntersectionType(Identified, Why, CalculationShown, Recorded) {}

/** A recorded calculation with its document and its whole answer. */
export class WholeCalculation extends IntersectionType(RecordedCalculation, CalculationKept) {}
