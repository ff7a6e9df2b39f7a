import { ReopenedColumn } from '../../shared/reopened.js';
import { CalendarDate, Choice, Pounds, Slug, YesNo } from '../../shared/fields.js';

const amount = (says: string) => Pounds({ says, anySign: true, nullable: true });

/** One row of the position as a sheet: a partner, a fund or a line, with the amounts that such a row has. */
export class LedgerPositionRow {
  @Choice(['partner', 'fund', 'line'], { says: 'What the row is of' })
  rowOf!: string;

  @Slug({ says: 'The partner', nullable: true })
  partner!: string | null;

  @Slug({ says: 'The fund; of a partner, the one that was asked for', nullable: true })
  fund!: string | null;

  @Slug({ says: 'The budget line or grant', nullable: true })
  line!: string | null;

  @amount('What the partner has been billed')
  billed!: string | null;

  @amount('What the partner has been let off')
  rebated!: string | null;

  @amount('What the partner has paid')
  paid!: string | null;

  @amount('What the partner still owes')
  outstanding!: string | null;

  @amount('What the partners’ bills bring to the fund')
  contributed!: string | null;

  @amount('What came in from outside, to the fund or for the line')
  granted!: string | null;

  @amount('What was spent, from the fund or on the line')
  spent!: string | null;

  @amount('What the host holds for the fund')
  cash!: string | null;

  @amount('What the fund keeps back in reserve')
  reserve!: string | null;

  @amount('What was carried forward from settled underspends of the fund')
  carriedForward!: string | null;

  @amount('What over- and underspends of the fund have been settled on the partners')
  variance!: string | null;

  @amount('What the partner gave in kind, or what was used of it on the line')
  inKind!: string | null;

  @CalendarDate({ says: 'What counts for this day or an earlier one' })
  asAt!: string;

  @CalendarDate({ says: 'What was recorded by the end of this day; nothing for all that is known', nullable: true })
  knownAt!: string | null;

  @YesNo({ says: 'Whether something in the ledger by then is made up to show how things work' })
  illustrative!: boolean;

  @YesNo({ says: 'Whether every entry by then was approved by somebody other than who entered it' })
  checked!: boolean;

  @ReopenedColumn()
  reopened!: string | null;
}
