import { ApiProperty } from '@nestjs/swagger';
import { Choice, Count, Matching, Moment, Pounds, Words } from '../../shared/fields.js';
import { Identified } from '../../shared/identified.js';
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

/** What was read from a file, and whether it was added. */
export class Import extends Identified {
  @Choice(['contributions', 'receipts', 'provisions'], { says: 'What its rows are' })
  kind!: string;

  @Words({ says: 'What the file was called', most: 200 })
  file!: string;

  @Words({ says: 'SHA-256 of the file' })
  fileDigest!: string;

  @Choice(importStates, {
    says: 'Still being read; read with faults; ready to be confirmed; added; or cut off while it was read',
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

  @Moment({ says: 'When the file was sent' })
  recordedAt!: string;

  @Words({ says: 'The office or process that sent it' })
  recordedBy!: string;
}

const isDigest = (value: unknown) => typeof value === 'string' && /^sha256:[0-9a-f]{64}$/.test(value);

/** That what was shown is to be added. */
export class NewConfirmation {
  @Matching(isDigest, 'the digest that the import shows', {
    says: 'The digest of what was shown, so that nothing else is added',
  })
  digest!: string;
}
