import { CalendarDate, Choice, Pounds, Slug, Words, Year, YesNo } from '../../shared/fields.js';
import { ReopenedColumn } from '../../shared/reopened.js';

const amount = (says: string) => Pounds({ says, anySign: true, nullable: true });

/** One row of a share statement as a sheet: a partner, what nobody bears of a pot, or what all partners come to. */
export class ShareStatementRow {
  @Year({ says: 'The financial year' })
  year!: string;

  @CalendarDate({ says: 'The position as at the end of this day' })
  asAt!: string;

  @Choice(['partner', 'unallocated', 'total'], { says: 'What the row is of' })
  rowOf!: string;

  @Slug({ says: 'Id of the partner', nullable: true })
  partner!: string | null;

  @Words({ says: 'Its name; of what nobody bears, the pot', nullable: true })
  name!: string | null;

  @amount('Share of the year')
  share!: string | null;

  @Words({ says: 'Share of what was shared out, in per cent, for display only', nullable: true })
  displayPercent!: string | null;

  @amount('Billed for the year, by bills of every fund')
  billed!: string | null;

  @amount('Of what is billed, due by that day')
  due!: string | null;

  @amount('Paid by that day')
  paid!: string | null;

  @amount('Share less what is paid')
  outstanding!: string | null;

  @amount('What nobody bears: no part of the total')
  unallocated!: string | null;

  @Words({ says: 'Why nobody bears it', nullable: true })
  why!: string | null;

  @YesNo({ says: 'Whether any record it rests on is made up to show how things work' })
  illustrative!: boolean;

  @ReopenedColumn()
  reopened!: string | null;

  @Words({ says: 'Fingerprint of the statement: the same position, the same fingerprint' })
  digest!: string;
}
