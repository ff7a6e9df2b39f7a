import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { Count, Uuid, Words, Year, YesNo } from '../../shared/fields.js';
import { Identified } from '../../shared/identified.js';
import { Recorded, Sourced } from '../../shared/provenance.js';
import { FrozenBalance } from './closing.js';

class YearClosingFields {
  @Year({ says: 'The financial year', example: '2025-26' })
  financialYear!: string;

  @Words({ says: 'Why it is closed', example: 'The board settled the outturn on 12 June' })
  why!: string;
}

/** A year to be closed. */
export class NewYearClosing extends IntersectionType(YearClosingFields, Sourced) {}

class YearClosingShown {
  @Count({ says: 'Which closing of that year', most: 1_000_000 })
  number!: number;

  @Uuid({ says: 'The closing of that year before it, which was opened again', nullable: true })
  follows!: string | null;

  @Uuid({
    says: 'The closing of its last month: the year is closed while two councils have not opened that again',
    nullable: true,
  })
  closing!: string | null;

  @YesNo({ says: 'Whether that still stands' })
  stands!: boolean;

  @Words({ says: 'SHA-256 of what was frozen' })
  digest!: string;

  @Words({
    says: 'What was frozen, to the byte: every balance in pence, the closings of its months, and at what it was settled',
  })
  frozen!: string;

  @ApiProperty({ type: [FrozenBalance], description: 'The balances, in pounds: the next year opens with them' })
  balances!: FrozenBalance[];
}

/** A year that was closed, with what it closed with: never changed, whatever comes after. */
export class LedgerYearClosing extends IntersectionType(Identified, YearClosingFields, YearClosingShown, Recorded) {}
