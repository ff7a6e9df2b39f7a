import { IntersectionType } from '@nestjs/swagger';
import { CalendarDate, Pounds, Slug, Uuid, Words, Year, YesNo } from '../../shared/fields.js';
import { Identified } from '../../shared/identified.js';
import { Recorded, Sourced } from '../../shared/provenance.js';

class SpendingFields {
  @Slug({ says: 'The budget line', example: 'staffing' })
  line!: string;

  @CalendarDate({ says: 'When it was spent', example: '2026-05-12' })
  spentOn!: string;

  @Pounds({ says: 'How much', example: '41250.00' })
  amount!: string;

  @Words({ says: 'What it was for', example: 'Social workers, May', most: 200 })
  what!: string;

  @Words({ says: 'The reference in the host’s own ledger', example: 'JNL 20417', optional: true, most: 200 })
  reference?: string | null;

  @Slug({ says: 'The fund; "pool" when left out', example: 'pool', optional: true })
  fund?: string | null;
}

class SpendingDerived {
  @Year({ says: 'The financial year of that day' })
  financialYear!: string;

  @YesNo({ says: 'Whether somebody else approved it before it was posted' })
  checked!: boolean;

  @Uuid({ says: 'The entry that reversed it', nullable: true })
  reversedBy!: string | null;
}

/** Spending to be proposed by a file. */
export class NewSpending extends IntersectionType(SpendingFields, Sourced) {}

/** What was spent on one budget line: an entry of the ledger. */
export class Spending extends IntersectionType(Identified, SpendingFields, SpendingDerived, Recorded) {}
