import { IntersectionType } from '@nestjs/swagger';
import { CalendarDate, Choice, Pounds, Slug, Uuid, Words, Year } from '../../shared/fields.js';
import { Recorded } from '../../shared/provenance.js';
import { budgetKinds } from './budget.js';

class OfLine {
  @Slug({ says: 'The fund' })
  fund!: string;

  @Year({ says: 'The financial year' })
  financialYear!: string;

  @Slug({ says: 'The line' })
  line!: string;
}

class BudgetRowFields {
  @Words({ says: 'What the line is called' })
  name!: string;

  @Pounds({ says: 'What it may spend in the year, from that day on' })
  amount!: string;

  @CalendarDate({ says: 'From which day of the year' })
  from!: string;

  @Choice(budgetKinds, { says: 'What kind of budget says so' })
  kind!: string;

  @Uuid({ says: 'Which budget says so' })
  budget!: string;

  @Uuid({ says: 'The decision that it rests on' })
  decision!: string;
}

class ForecastRowFields {
  @CalendarDate({ says: 'The first day of the month' })
  month!: string;

  @Pounds({ says: 'What it is expected to spend in it', anySign: true })
  amount!: string;

  @Words({ says: 'The report that says so' })
  report!: string;

  @CalendarDate({ says: 'The day of the report' })
  madeOn!: string;

  @Uuid({ says: 'The forecast that it is of' })
  forecast!: string;
}

/** One line of one budget, as a row of a sheet. */
export class BudgetLineRow extends IntersectionType(OfLine, BudgetRowFields, Recorded) {}

/** One month of one line of one forecast, as a row of a sheet. */
export class ForecastMonthRow extends IntersectionType(OfLine, ForecastRowFields, Recorded) {}
