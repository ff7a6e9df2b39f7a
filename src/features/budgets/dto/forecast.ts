import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { CalendarDate, Pounds, RowsOf, Slug, Uuid, Words, Year } from '../../shared/fields.js';
import { Identified } from '../../shared/identified.js';
import { Recorded, Sourced } from '../../shared/provenance.js';

/** What one line is expected to spend in one month. */
export class ForecastMonth {
  @Slug({ says: 'The line', example: 'staffing' })
  line!: string;

  @CalendarDate({ says: 'The first day of the month', example: '2026-10-01' })
  month!: string;

  @Pounds({ says: 'What it is expected to spend in it', example: '103000.00', anySign: true })
  amount!: string;
}

class ForecastFields {
  @Year({ says: 'The financial year', example: '2026-27' })
  financialYear!: string;

  @Words({ says: 'The report that carries it', example: 'Month 6 monitoring, to the board of 12 October', most: 300 })
  report!: string;

  @CalendarDate({ says: 'The day of the report', example: '2026-10-12' })
  madeOn!: string;
}

class ForecastGiven {
  @Slug({ says: 'The fund; "pool" when left out', optional: true })
  fund?: string | null;

  @CalendarDate({
    says: 'The first day of the last month whose actual spending counts; the last month that is closed when left out',
    example: '2026-09-01',
    optional: true,
  })
  actualsTo?: string | null;

  @Uuid({ says: 'The decision that took note of it, where there is one', optional: true })
  decision?: string | null;

  @RowsOf(ForecastMonth, {
    says: 'All that the report says, line by line and month by month: 6,000 rows at most',
    example: [{ line: 'staffing', month: '2026-10-01', amount: '103000.00' }],
  })
  rows!: object[];
}

class ForecastShown {
  @Slug({ says: 'The fund' })
  fund!: string;

  @CalendarDate({ says: 'The first day of the last month whose actual spending counts', nullable: true })
  actualsTo!: string | null;

  @Uuid({ says: 'The decision that took note of it', nullable: true })
  decision!: string | null;

  @Words({ says: 'SHA-256 of its rows' })
  digest!: string;

  @ApiProperty({ type: [ForecastMonth], description: 'All that the report says' })
  rows!: ForecastMonth[];

  @Pounds({ says: 'What its rows come to', anySign: true })
  total!: string;
}

/** A forecast to be recorded: all that one report says. */
export class NewForecast extends IntersectionType(ForecastFields, ForecastGiven, Sourced) {}

/** A forecast: never edited, the next report takes its place. */
export class Forecast extends IntersectionType(Identified, ForecastFields, ForecastShown, Recorded) {}
