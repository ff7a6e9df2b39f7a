import { Injectable } from '@nestjs/common';
import { type LocalDate } from '../../engine/calendar/local-date.js';
import { londonDate } from '../../engine/calendar/london.js';
import { type FinancialYear, yearPeriod } from '../../engine/calendar/financial-year.js';
import { Clock } from '../../platform/clock/clock.js';
import { type Context, within } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import { notFound, Refused } from '../../platform/http/problem.js';
import type { ShareStatement } from './dto/share-statement.js';
import { composeStatement } from './compose-statement.js';
import { type StatementRow, statementQuestion } from './statement.query.js';
import { YearCalculations } from './year-calculations.js';

@Injectable()
export class ShareStatementReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly calculations: YearCalculations,
  ) {}

  /**
   * Each partner's share of a year as at the end of a day (today, in London, when none is given), with its working, the
   * version and the decision behind it, and what has been paid. Refused when no version with a schedule was in force.
   */
  async read(
    context: Context,
    partnership: string,
    year: FinancialYear,
    asAt: LocalDate = londonDate(this.clock.now()),
  ): Promise<ShareStatement> {
    const { from, until } = yearPeriod(year);
    const session = this.database.questions(within(context, partnership));
    const row = await session.one<StatementRow>(statementQuestion, [partnership, year, asAt, from, until]);
    if (!row) throw notFound();
    const parts = await this.calculations.of(session, partnership, row.versions);
    if (parts.length === 0) throw nothingInForce(year, asAt);
    return composeStatement({ partnership, year, asAt }, parts, row);
  }
}

function nothingInForce(year: string, asAt: string): Refused {
  return new Refused(
    'not-found',
    `No agreement version with a funding schedule for ${year} was in force as at ${asAt}.`,
  );
}
