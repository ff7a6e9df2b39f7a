import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { CalendarDate, Choice, Pounds, RowsOf, Slug, Uuid, Words, Year } from '../../shared/fields.js';
import { Identified } from '../../shared/identified.js';
import { Recorded, Sourced } from '../../shared/provenance.js';

export const budgetKinds = ['original', 'virement', 'supplementary', 'correction'] as const;

/** What one line may spend in the year. */
export class BudgetLine {
  @Slug({ says: 'The line', example: 'staffing' })
  line!: string;

  @Words({ says: 'What it is called', example: 'Staffing', most: 200 })
  name!: string;

  @Pounds({ says: 'What it may spend in the year, from that day on', example: '1240000.00', nothingAllowed: true })
  amount!: string;
}

class BudgetFields {
  @Year({ says: 'The financial year', example: '2026-27' })
  financialYear!: string;

  @Choice(budgetKinds, {
    says:
      'The year’s original budget, once; money moved between its lines (`virement`), whose sum stays; more or less of it ' +
      '(`supplementary`); or what puts an earlier one right (`correction`)',
    example: 'supplementary',
  })
  kind!: string;

  @CalendarDate({ says: 'From which day of the year it holds', example: '2026-11-01' })
  from!: string;

  @Uuid({ says: 'The approved decision that it rests on' })
  decision!: string;
}

class BudgetGiven {
  @Slug({ says: 'The fund; "pool" when left out', optional: true })
  fund?: string | null;

  @Words({ says: 'Why it differs from the one before', optional: true, most: 1000 })
  why?: string | null;

  @RowsOf(BudgetLine, {
    says: 'Each line that it speaks of, 500 at most. Of lines that it does not name, what was said before stands',
    example: [{ line: 'staffing', name: 'Staffing', amount: '1240000.00' }],
  })
  lines!: object[];
}

class BudgetShown {
  @Slug({ says: 'The fund' })
  fund!: string;

  @Words({ says: 'Why it differs from the one before', nullable: true })
  why!: string | null;

  @Words({ says: 'SHA-256 of its lines' })
  digest!: string;

  @ApiProperty({ type: [BudgetLine], description: 'Each line that it speaks of' })
  lines!: BudgetLine[];

  @Pounds({ says: 'What its lines come to', anySign: true })
  total!: string;
}

/** A budget to be recorded. */
export class NewBudget extends IntersectionType(BudgetFields, BudgetGiven, Sourced) {}

/** A budget: never edited, a later one takes its place from its day. */
export class Budget extends IntersectionType(Identified, BudgetFields, BudgetShown, Recorded) {}
