import { IntersectionType } from '@nestjs/swagger';
import { CalendarDate, Choice, Count, Pounds, Slug, Uuid, Words, YesNo } from '../../shared/fields.js';
import { Identified } from '../../shared/identified.js';
import { Recorded, Sourced } from '../../shared/provenance.js';
import { heldAgainst } from '../held-against.js';

export const MOST_DAYS = 31;

class ReconciliationFields {
  @Uuid({ says: 'The import of the host’s ledger that was added' })
  import!: string;

  @Choice(Object.keys(heldAgainst), { says: 'Which account of ours it is about', example: 'cash' })
  account!: keyof typeof heldAgainst;

  @Slug({ says: 'The fund', example: 'pool' })
  fund!: string;

  @CalendarDate({ says: 'The first day that the extract covers', example: '2026-04-01' })
  from!: string;

  @CalendarDate({ says: 'The last day that it covers: what the host’s ledger comes to is as at this day' })
  asAt!: string;

  @Pounds({
    says: 'What the host’s ledger came to before the first day, as the host writes it',
    example: '0.00',
    anySign: true,
  })
  opening!: string;
}

/** What an extract of the host's ledger is held against. */
export class NewReconciliation extends IntersectionType(ReconciliationFields, Sourced) {
  @Slug({ says: 'The budget line, of spending', optional: true })
  line?: string;

  @Words({ says: 'Only the lines with this account code; all of the file when left out', most: 100, optional: true })
  code?: string;

  @Words({ says: 'Why the two ledgers came to different amounts before the first day, if they did', optional: true })
  openingWhy?: string;

  @YesNo({
    ...{ says: 'Whether the host writes with the other sign, such as income below nothing', optional: true },
    example: false,
  })
  turned?: boolean;

  @Count({
    ...{ says: 'How many days apart two lines of one amount may be to match without a reference; 5 when left out' },
    ...{ most: MOST_DAYS, optional: true, example: 5 },
  })
  days?: number;
}

class ReconciliationShown {
  @Slug({ says: 'The budget line, of spending', nullable: true })
  line!: string | null;

  @Words({ says: 'Only the lines with this account code', nullable: true })
  code!: string | null;

  @Words({ says: 'Why the two ledgers came to different amounts before the first day', nullable: true })
  openingWhy!: string | null;

  @YesNo({ says: 'Whether the host writes with the other sign' })
  turned!: boolean;

  @Count({ says: 'How many days apart two lines of one amount may be to match', most: MOST_DAYS })
  days!: number;

  @Words({ says: 'What the file was called; nothing to whoever may not read imports', nullable: true })
  file!: string | null;

  @Words({ says: 'SHA-256 of the file; nothing to whoever may not read imports', nullable: true })
  fileDigest!: string | null;

  @Count({ says: 'How many lines of the host’s ledger it has', most: 20_000 })
  lines!: number;

  @Pounds({ says: 'What the host’s ledger comes to at the end of the last day, as the host writes it', anySign: true })
  closing!: string;
}

/** An extract of the host's ledger and what it is held against: never changed. */
export class Reconciliation extends IntersectionType(Identified, ReconciliationFields, ReconciliationShown, Recorded) {}
