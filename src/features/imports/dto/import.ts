import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { Choice, Count, Matching, Moment, Pounds, Slug, Words, YesNo } from '../../shared/fields.js';
import { Identified } from '../../shared/identified.js';
import { importKindNames } from '../../shared/import-kind.js';
import { Sourced } from '../../shared/provenance.js';
import { importStates, type ImportState } from '../states.js';

const text = (says: string) => ({ type: String, nullable: true, description: says });

/** Something to put right. */
class Fault {
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'The row of the sheet, counted from 1; null of the file as a whole',
  })
  row!: number | null;

  @ApiProperty(text('The cell, such as C12'))
  cell!: string | null;

  @ApiProperty(text('The field that the cell gives'))
  field!: string | null;

  @ApiProperty({ description: 'What kind of fault it is' })
  code!: string;

  @ApiProperty({ description: 'What was expected, and what to do' })
  detail!: string;
}

/** How somebody else decided what was submitted. */
export class ImportOutcome {
  @Choice(['approved', 'rejected'], { says: 'What was decided' })
  outcome!: string;

  @Words({ says: 'Why, of a rejection', nullable: true })
  reason!: string | null;

  @Slug({ says: 'The authority that decided it; null for a service', nullable: true })
  authority!: string | null;

  @Words({ says: 'The office that decided it' })
  recordedBy!: string;

  @Moment({ says: 'When it was decided' })
  recordedAt!: string;
}

/** What was read from a file, and whether it was added. */
export class Import extends Identified {
  @Choice(importKindNames, { says: 'What its rows are' })
  kind!: string;

  @Words({ says: 'What the file was called', most: 200 })
  file!: string;

  @Words({ says: 'SHA-256 of the file' })
  fileDigest!: string;

  @Choice(importStates, {
    says: 'Still being read; cut off while it was read; read with faults; ready to be confirmed or submitted; submitted to somebody else; being added; rejected; or added',
  })
  state!: ImportState;

  @Count({ says: 'Rows to be added, as far as they are read', most: 100_000 })
  rows!: number;

  @Pounds({ says: 'What their amounts come to', nothingAllowed: true })
  total!: string;

  @ApiProperty({ type: String, nullable: true, description: 'SHA-256 of what will be added; null until it is read' })
  digest!: string | null;

  @ApiProperty(text('The sheet that was read; empty of a CSV'))
  sheet!: string | null;

  @ApiProperty({
    type: String,
    isArray: true,
    description: 'Columns that were not read, because the service fills them in',
  })
  setAside!: readonly string[];

  @Count({ says: 'How many things are to be put right', most: 100_000_000 })
  faultCount!: number;

  @ApiProperty({ type: Fault, isArray: true, description: 'The first 200 of them' })
  faults!: readonly Fault[];

  @ApiProperty({ ...text('When all of it was added'), format: 'date-time' })
  addedAt!: string | null;

  @YesNo({ says: 'Whether it moves money, so that somebody else approves it before it is posted' })
  needsApproval!: boolean;

  @ApiProperty({
    type: Boolean,
    nullable: true,
    description:
      'Whether it takes somebody of another authority to approve it, because all of its rows together are above `twoCouncilsAbove`; null until it is submitted',
  })
  needsTwoCouncils!: boolean | null;

  @Pounds({
    says: 'Up to what one authority may approve it alone, all of its rows together: the least that the agreement versions in force on its days say, "0.00" where one says nothing; null until it is submitted',
    nothingAllowed: true,
    nullable: true,
  })
  twoCouncilsAbove!: string | null;

  @Slug({ says: 'The authority that sent it; null for a service', nullable: true })
  sentFor!: string | null;

  @YesNo({ says: 'Whether you sent it, and so do not approve it' })
  sentByYou!: boolean;

  @ApiProperty({ ...text('When it was submitted for approval'), format: 'date-time' })
  submittedAt!: string | null;

  @ApiProperty({ type: ImportOutcome, nullable: true, description: 'How it was decided' })
  outcome!: ImportOutcome | null;

  @Moment({ says: 'When the file was sent' })
  recordedAt!: string;

  @Words({ says: 'The office or process that sent it' })
  recordedBy!: string;
}

const isDigest = (value: unknown) => typeof value === 'string' && /^sha256:[0-9a-f]{64}$/.test(value);

class OfWhatWasShown {
  @Matching(isDigest, 'the digest that the import shows', {
    says: 'The digest of what was shown, so that nothing else is added',
  })
  digest!: string;
}

/** That what was shown is to be added. */
export class NewConfirmation extends OfWhatWasShown {}

/** That what was shown is to be approved by somebody else. */
export class NewSubmission extends OfWhatWasShown {}

/** That what was shown is to be posted, all of it. */
export class NewImportApproval extends IntersectionType(OfWhatWasShown, Sourced) {}

/** That it is not, and why. */
export class NewImportRejection extends IntersectionType(OfWhatWasShown, Sourced) {
  @Words({ says: 'Why it is not posted', example: 'Row 7 was paid in March already' })
  reason!: string;
}
