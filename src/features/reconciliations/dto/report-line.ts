import { CalendarDate, Choice, Count, Pounds, Uuid, Words, YesNo } from '../../shared/fields.js';
import { groupParts, groupRules } from './report.js';

/** One line of a reconciliation as a sheet: the opening, each line of the host's ledger and each entry of ours. */
export class ReconciliationLine {
  @Choice(['opening', ...groupParts], { says: 'In which part of the report' })
  part!: string;

  @Count({ says: 'Lines with the same number are accounted for together', most: 1_000_000 })
  group!: number;

  @Choice(['both', 'host', 'ours'], { says: 'Of which ledger' })
  ledger!: string;

  @Uuid({ says: 'Its id', nullable: true })
  id!: string | null;

  @CalendarDate({ says: 'The day it counts for' })
  date!: string;

  @Words({ says: 'Its reference', nullable: true })
  reference!: string | null;

  @Words({ says: 'What it says', nullable: true })
  says!: string | null;

  @Pounds({ says: 'In the host’s ledger', anySign: true })
  host!: string;

  @Pounds({ says: 'In ours', anySign: true })
  ours!: string;

  @Pounds({ says: 'The host’s less ours: all of them come to the difference', anySign: true })
  difference!: string;

  @Choice(groupRules, { says: 'What brought it together with others', nullable: true })
  rule!: string | null;

  @YesNo({ says: 'Whether it is explained' })
  explained!: boolean;

  @Words({ says: 'Why, as somebody said by hand', nullable: true })
  reason!: string | null;
}
