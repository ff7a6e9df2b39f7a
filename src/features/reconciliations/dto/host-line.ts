import { IntersectionType } from '@nestjs/swagger';
import { CalendarDate, Count, Pounds, Uuid, Words } from '../../shared/fields.js';
import { Identified } from '../../shared/identified.js';
import { Recorded } from '../../shared/provenance.js';

/** A line of the host's own ledger, as its extract has it. */
export class NewHostLine {
  @CalendarDate({ says: 'The day of the line in the host’s ledger', example: '2026-04-09' })
  date!: string;

  @Words({
    ...{ says: 'The reference that the host’s ledger has', example: 'BACS 0042117', most: 200 },
    optional: true,
  })
  reference?: string;

  @Words({ says: 'What it says', example: 'Quarterly contribution', most: 1000, optional: true })
  description?: string;

  @Pounds({ says: 'How much, with its sign', example: '215629.25', anySign: true })
  amount!: string;

  @Words({ says: 'The code of the host’s account', example: '9000', most: 100, optional: true })
  accountCode?: string;
}

class HostLineFields {
  @CalendarDate({ says: 'The day of the line in the host’s ledger' })
  date!: string;

  @Words({ says: 'The reference that the host’s ledger has', nullable: true })
  reference!: string | null;

  @Words({ says: 'What it says', nullable: true })
  description!: string | null;

  @Pounds({ says: 'How much, with its sign', anySign: true })
  amount!: string;

  @Words({ says: 'The code of the host’s account', nullable: true })
  accountCode!: string | null;

  @Uuid({ says: 'The import that brought it' })
  import!: string;

  @Count({ says: 'Its row in the file', most: 1_000_000 })
  row!: number;
}

/** A line of the host's own ledger: it posts nothing, and is never changed. */
export class HostLine extends IntersectionType(Identified, HostLineFields, Recorded) {}
