import { Injectable } from '@nestjs/common';
import { type FinancialYear, yearPeriod } from '../../engine/calendar/financial-year.js';
import { type LocalDate } from '../../engine/calendar/local-date.js';
import { londonDate } from '../../engine/calendar/london.js';
import { Clock } from '../../platform/clock/clock.js';
import { type Context, within } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import type { ReadSession } from '../../platform/database/session.js';
import { notFound, Refused } from '../../platform/http/problem.js';
import { composeStatement } from './compose-statement.js';
import type { ShareStatement } from './dto/share-statement.js';
import { Recent } from './recent.js';
import { type StatementRow, statementQuestion } from './statement.query.js';
import { YearCalculations } from './year-calculations.js';

interface Asked {
  readonly partnership: string;
  readonly year: FinancialYear;
  readonly asAt: LocalDate;
}

@Injectable()
export class ShareStatementReader {
  /** A statement follows from what was asked and the position found, word for word; so it need be made only once. */
  private readonly recent = new Recent<ShareStatement>(500);

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
    const found = await session.one<{ position: string }>(statementQuestion, [partnership, year, asAt, from, until]);
    if (!found) throw notFound();
    const key = `${partnership} ${year} ${asAt} ${found.position}`;
    return this.recent.get(key) ?? this.compose(session, key, { partnership, year, asAt }, found.position);
  }

  private async compose(session: ReadSession, key: string, asked: Asked, position: string): Promise<ShareStatement> {
    const row = JSON.parse(position) as StatementRow;
    const parts = await this.calculations.of(session, asked.partnership, row.versions);
    if (parts.length === 0) throw nothingInForce(asked.year, asked.asAt);
    return this.recent.keep(key, composeStatement(asked, parts, row));
  }
}

function nothingInForce(year: string, asAt: string): Refused {
  return new Refused(
    'not-found',
    `No agreement version with a funding schedule for ${year} was in force as at ${asAt}.`,
  );
}
