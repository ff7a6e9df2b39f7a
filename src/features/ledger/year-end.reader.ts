import { Injectable } from '@nestjs/common';
import { type FinancialYear, yearPeriod } from '../../engine/calendar/financial-year.js';
import { addDays, type LocalDate } from '../../engine/calendar/local-date.js';
import { type Context, within } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import { notFound } from '../../platform/http/problem.js';
import { yearBeside } from '../shared/years-beside.js';
import type { LedgerYearClosing } from './dto/year-closing.js';
import type { YearEndStatement } from './dto/year-end.js';
import { PositionReader } from './position.reader.js';
import { SettlementReader } from './settlement.reader.js';
import { YearClosingReader } from './year-closing.reader.js';
import { composeFunds } from './year-end-funds.js';
import { type YearEndFound, yearEndQuestion } from './year-end.query.js';

/** Of which fund, every one where none is given; and as known at the end of which day, now where none is. */
export interface YearEndAsked {
  readonly fund?: string | undefined;
  readonly knownAt?: LocalDate | undefined;
}

@Injectable()
export class YearEndReader {
  constructor(
    private readonly database: Database,
    private readonly positions: PositionReader,
    private readonly settlements: SettlementReader,
    private readonly closings: YearClosingReader,
  ) {}

  /** The memorandum account of a year: what it opened with, what came in and was spent, how the rest was shared, what it closes with. */
  async read(
    context: Context,
    partnership: string,
    year: FinancialYear,
    { fund, knownAt }: YearEndAsked = {},
  ): Promise<YearEndStatement> {
    const { from, until } = yearPeriod(year);
    const [asAt, before] = [addDays(until, -1), yearBeside(year, -1)];
    const given = [partnership, from, asAt, year, fund ?? null, knownAt ?? null];
    const [position, found, settlements, frozen] = await Promise.all([
      this.positions.read(context, partnership, { asAt, knownAt, fund }),
      this.database.questions(within(context, partnership)).one<YearEndFound>(yearEndQuestion, given),
      this.settlements.ofYear(context, partnership, { year, fund, knownAt }),
      this.closings.standing(context, partnership, before ? [before, year] : [year], knownAt),
    ]);
    if (!found) throw notFound();
    const { illustrative, checked, reopened, everyFund } = position;
    const [closed, openedWith] = [frozen.get(year), before && frozen.get(before)];
    return {
      ...{ partnership, year, asAt, knownAt: knownAt ?? null, everyFund, illustrative, checked, reopened },
      state: closed ? 'closed' : 'open',
      closed: frozenOf(closed),
      openedWith: frozenOf(openedWith),
      months: monthsOf(from, found),
      ...composeFunds(found, { asAt, settlements, closed, openedWith, fund }),
      settlements,
    };
  }
}

function frozenOf(closing: LedgerYearClosing | undefined): YearEndStatement['closed'] {
  return closing ? { id: closing.id, digest: closing.digest } : null;
}

function monthsOf(from: LocalDate, { months }: YearEndFound): YearEndStatement['months'] {
  const start = Number(from.slice(0, 4)) * 12 + 3;
  return Array.from({ length: 12 }, (_, i) => {
    const [year, month] = [Math.floor((start + i) / 12), ((start + i) % 12) + 1];
    const startsOn = `${year}-${String(month).padStart(2, '0')}-01`;
    const closing = months.find((one) => one.startsOn === startsOn);
    return { startsOn, closing: closing?.closing ?? null, digest: closing?.digest ?? null };
  });
}
