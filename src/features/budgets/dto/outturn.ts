import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { CoversReopened, ReopenedColumn, type ReopenedMonth } from '../../shared/reopened.js';
import { CalendarDate, Pounds, Slug, Uuid, Words, Year, YesNo } from '../../shared/fields.js';

const signed = (says: string) => Pounds({ says, anySign: true });

export class OutturnFigures {
  @signed('What it may spend in the year')
  budget!: string;

  @signed('What was spent to the end of the month that actual spending counts to')
  actual!: string;

  @signed('What was spent after that month already: the forecast of those months stands for it')
  since!: string;

  @signed('What is committed by orders')
  committed!: string;

  @signed('What is forecast for the months after')
  forecast!: string;

  @signed('Actual and forecast together')
  outturn!: string;

  @signed('Outturn less budget: above nothing when more is spent')
  variance!: string;
}

class OfLine {
  @Slug({ says: 'The line' })
  line!: string;

  @Words({ says: 'What it is called' })
  name!: string;
}

/** One line of an outturn. */
export class OutturnLine extends IntersectionType(OfLine, OutturnFigures) {}

/** One line of an outturn as a row of a sheet, with what the outturn is of. */
export class OutturnLineRow extends IntersectionType(OutturnLine) {
  @Year({ says: 'The financial year' })
  financialYear!: string;

  @Slug({ says: 'The fund' })
  fund!: string;

  @CalendarDate({ says: 'As at the end of this day' })
  asAt!: string;

  @CalendarDate({ says: 'The first day of the last month whose actual spending counts', nullable: true })
  actualsTo!: string | null;

  @Words({ says: 'The report whose forecast it is', nullable: true })
  report!: string | null;

  @ReopenedColumn()
  reopened!: string | null;
}

/** The report whose forecast an outturn rests on. */
export class OutturnReport {
  @Uuid({ says: 'The forecast' })
  id!: string;

  @Words({ says: 'The report that carried it' })
  report!: string;

  @CalendarDate({ says: 'The day of the report' })
  madeOn!: string;

  @Words({ says: 'SHA-256 of its rows' })
  digest!: string;
}

export class OutturnCheck {
  @Words({ says: 'What is checked' })
  check!: string;

  @YesNo({ says: 'Whether it holds' })
  holds!: boolean;

  @Words({ says: 'In words' })
  says!: string;
}

/** Of what, when and by which forecast an outturn is. */
export class OutturnOf {
  @Slug({ says: 'The partnership' })
  partnership!: string;

  @Year({ says: 'The financial year' })
  financialYear!: string;

  @Slug({ says: 'The fund' })
  fund!: string;

  @CalendarDate({ says: 'What counts for this day or an earlier one' })
  asAt!: string;

  @CalendarDate({ says: 'What was recorded by the end of this day; null for all that is known', nullable: true })
  knownAt!: string | null;

  @CalendarDate({
    says: 'The first day of the last month whose actual spending counts: what the report states, else the last that is closed',
    nullable: true,
  })
  actualsTo!: string | null;

  @ApiProperty({ type: OutturnReport, nullable: true, description: 'The forecast; null where there is none by then' })
  report!: OutturnReport | null;

  @YesNo({ says: 'Whether something in it is made up to show how things work' })
  illustrative!: boolean;

  @CoversReopened()
  reopened!: ReopenedMonth[];
}

class OutturnShown {
  @ApiProperty({ type: [OutturnLine], description: 'Every line that is budgeted, spent on, committed or forecast' })
  lines!: OutturnLine[];

  @ApiProperty({ type: OutturnFigures, description: 'All lines together' })
  total!: OutturnFigures;

  @ApiProperty({ type: [OutturnCheck], description: 'Each total against its parts' })
  checks!: OutturnCheck[];
}

/** What each line of a year was to spend, has spent and is expected to. */
export class LedgerOutturn extends IntersectionType(OutturnOf, OutturnShown) {}
