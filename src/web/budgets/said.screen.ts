import { Injectable } from '@nestjs/common';
import { type FinancialYear } from '../../engine/calendar/financial-year.js';
import type { LocalDate } from '../../engine/calendar/local-date.js';
import type { Forecast } from '../../features/budgets/dto/forecast.js';
import type { LedgerOutturn } from '../../features/budgets/dto/outturn.js';
import { ForecastReader } from '../../features/budgets/forecast.reader.js';
import type { OutturnAsked } from '../../features/budgets/outturn-query.js';
import { OutturnReader, type SpentMonth } from '../../features/budgets/outturn.reader.js';
import type { Context } from '../../platform/database/context.js';
import { LedgerScreen } from '../ledger/ledger.screen.js';
import type { Place } from '../ledger/place.js';

/** What one report said, and the outturn of the year on the day of the report. */
export interface Said {
  readonly forecast: Forecast;
  readonly outturn: LedgerOutturn;
}

/** One report, the one before it, and what has been spent by now. */
export interface SaidBesideBefore {
  readonly said: Said;
  readonly before: Said | undefined;
  readonly spent: readonly SpentMonth[];
}

/** Later of two reports of a year: by its day, and of one day by when it was recorded. */
const order = ({ madeOn, recordedAt, id }: Forecast) => [madeOn, recordedAt, id].join(' ');

/** Asks what the page of one forecast rests on. */
@Injectable()
export class SaidScreen {
  constructor(
    private readonly ledger: LedgerScreen,
    private readonly forecasts: ForecastReader,
    private readonly outturns: OutturnReader,
  ) {}

  place(context: Context, id: string): Promise<Place> {
    return this.ledger.place(context, id);
  }

  async besideBefore(context: Context, partnership: string, id: string): Promise<SaidBesideBefore> {
    const forecast = await this.forecasts.find(context, partnership, id);
    const before = await this.before(context, partnership, forecast);
    return {
      said: await this.said(context, partnership, forecast),
      before: before && (await this.said(context, partnership, before)),
      spent: await this.outturns.spent(context, partnership, asked(forecast)),
    };
  }

  private async said(context: Context, partnership: string, forecast: Forecast): Promise<Said> {
    const then = { ...asked(forecast), asAt: forecast.madeOn as LocalDate, report: forecast.id };
    return { forecast, outturn: await this.outturns.read(context, partnership, then) };
  }

  private async before(context: Context, partnership: string, one: Forecast): Promise<Forecast | undefined> {
    const { financialYear, fund } = one;
    const { items } = await this.forecasts.list(context, partnership, {
      ...{ financialYear, fund, sort: '-madeOn', limit: '200' },
    });
    const earlier = items.filter((other) => order(other) < order(one));
    return earlier.reduce<Forecast | undefined>(
      (last, other) => (last && order(last) > order(other) ? last : other),
      undefined,
    );
  }
}

function asked({ financialYear, fund }: Forecast): OutturnAsked {
  return { year: financialYear as FinancialYear, fund, asAt: undefined, knownAt: undefined, report: undefined };
}
