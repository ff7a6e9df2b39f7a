import { Injectable } from '@nestjs/common';
import { yearPeriod } from '../../engine/calendar/financial-year.js';
import { addDays } from '../../engine/calendar/local-date.js';
import { londonDate } from '../../engine/calendar/london.js';
import { composeOutturn } from '../../engine/ledger/budget/outturn.js';
import { Clock } from '../../platform/clock/clock.js';
import { type Context, within } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import { notFound, Refused } from '../../platform/http/problem.js';
import { toPounds } from '../shared/money.js';
import type { LedgerOutturn } from './dto/outturn.js';
import type { OutturnAsked } from './outturn-query.js';
import { outturnQuestion, type OutturnRow } from './outturn.query.js';
import { factsOf, showOutturn } from './show-outturn.js';

/** What was spent on one line in one month, named by its first day. */
export interface SpentMonth {
  readonly line: string;
  readonly month: string;
  readonly amount: string;
}

@Injectable()
export class OutturnReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** What each line of a year was to spend, has spent and is expected to; each total is checked against its parts. */
  async read(context: Context, partnership: string, asked: OutturnAsked): Promise<LedgerOutturn> {
    return (await this.withReserve(context, partnership, asked)).outturn;
  }

  /** What was spent on each line in each month of a year, where something was. */
  async spent(context: Context, partnership: string, asked: OutturnAsked): Promise<readonly SpentMonth[]> {
    const { spent } = await this.row(context, partnership, asked);
    return spent.map(({ line, month, pence }) => ({ line, month, amount: toPounds(BigInt(pence)) }));
  }

  /** The outturn, and what the fund holds in reserve by then, in pence. */
  async withReserve(context: Context, partnership: string, asked: OutturnAsked) {
    const { year, fund = 'pool', knownAt = null } = asked;
    const asAt = this.dayOf(asked);
    const row = await this.row(context, partnership, asked);
    const facts = factsOf(row, year);
    const of = { partnership, financialYear: year, fund, asAt, knownAt, actualsTo: facts.actualsTo };
    const shown = showOutturn(composeOutturn(facts));
    const outturn = {
      ...of,
      report: shownReport(row),
      illustrative: row.illustrative,
      reopened: row.reopened,
      ...shown,
    };
    return { outturn, reserve: BigInt(row.reserve) };
  }

  private dayOf({ asAt }: OutturnAsked): string {
    return asAt ?? londonDate(this.clock.now());
  }

  private async row(context: Context, partnership: string, asked: OutturnAsked): Promise<OutturnRow> {
    const { year, fund = 'pool', knownAt = null, report = null } = asked;
    const given = [partnership, fund, year, this.dayOf(asked), knownAt, report, addDays(yearPeriod(year).until, -1)];
    const row = await this.database.questions(within(context, partnership)).one<OutturnRow>(outturnQuestion, given);
    if (!row) throw notFound();
    if (report !== null && !row.report) throw notThere(year, fund);
    return row;
  }
}

function shownReport({ report }: OutturnRow): LedgerOutturn['report'] {
  return report && { id: report.id, report: report.report, madeOn: report.madeOn, digest: report.digest };
}

function notThere(year: string, fund: string): Refused {
  return new Refused('not-found', `There is no such forecast of ${year} for the fund “${fund}” by that day.`);
}
