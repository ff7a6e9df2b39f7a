import { Column } from 'typeorm';
import { Moment, Words, YesNo } from './fields.js';

/** Columns that every recorded row has. */
export abstract class RecordedRow {
  @Column('text')
  source!: string;

  @Column('boolean')
  illustrative!: boolean;

  @Column('timestamptz')
  recorded_at!: Date;

  @Column('text')
  recorded_by!: string;
}

/** What whoever adds a record says of where it comes from. */
export class Sourced {
  @Words({
    says: 'Where this comes from: a document, a minute, an address',
    example: 'Finance report to the board, item 6',
  })
  source!: string;

  @YesNo({ says: 'Made up to show how things work; nobody published it', example: false, optional: true })
  illustrative?: boolean;
}

/** What an answer says of where a record comes from. */
export class Recorded {
  @Words({ says: 'Where this comes from' })
  source!: string;

  @YesNo({ says: 'Made up to show how things work; nobody published it' })
  illustrative!: boolean;

  @Moment({ says: 'When it was recorded' })
  recordedAt!: string;

  @Words({ says: 'The office or process that recorded it' })
  recordedBy!: string;
}

export function showProvenance(row: RecordedRow): Recorded {
  const { source, illustrative, recorded_at, recorded_by } = row;
  return { source, illustrative, recordedAt: recorded_at.toISOString(), recordedBy: recorded_by };
}

export function provenanceColumns(given: Sourced): { source: string; illustrative: boolean } {
  return { source: given.source, illustrative: given.illustrative ?? false };
}
