import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  type FinancialYear,
  financialYearOf,
  readFinancialYear,
  yearPeriod,
} from '../../engine/calendar/financial-year.js';
import { addDays } from '../../engine/calendar/local-date.js';
import { londonDate } from '../../engine/calendar/london.js';
import { Does } from '../../features/access/does.js';
import { NewForecast } from '../../features/budgets/dto/forecast.js';
import type { OutturnLine } from '../../features/budgets/dto/outturn.js';
import { RecordForecast } from '../../features/budgets/record-forecast.js';
import { Acting } from '../../features/shared/acting.js';
import { Once } from '../../features/shared/once.js';
import { Clock } from '../../platform/clock/clock.js';
import { type Context, within } from '../../platform/database/context.js';
import { BodyPipe } from '../../platform/http/body.pipe.js';
import { isSlug, isUuid, slugOrNotFound } from '../../platform/http/names.js';
import { field } from '../../platform/http/pages/forms.js';
import { Refused } from '../../platform/http/problem.js';
import { Ids } from '../../platform/ids/ids.js';
import { dateParts, filled } from '../shared/filled.js';
import { blank } from '../shared/inputs.js';
import { putRight } from '../shared/put-right.js';
import { BudgetsScreen } from './budgets.screen.js';
import { atBoxes, boxesOf, forecastFields, forecastIn, rowsIn } from './forecast-form.js';
import { forecastPage, forecastSays } from './forecast.view-model.js';

const newForecast = new BodyPipe(NewForecast);

@ApiExcludeController()
@Controller('partnerships/:partnership/ledger/forecasts')
export class ForecastPageController {
  constructor(
    private readonly screen: BudgetsScreen,
    private readonly records: RecordForecast,
    private readonly once: Once,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** Begins with what the report before said, so that only what has changed is typed. */
  @Get('new')
  @Does('ledger-forecast.add')
  async form(
    @Acting() context: Context,
    @Param('partnership') id: string,
    @Query() query: Readonly<Record<string, unknown>>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const place = await this.screen.place(context, slugOrNotFound(id));
    const year = readFinancialYear(query['year']) ?? financialYearOf(londonDate(this.clock.now()));
    const fund = isSlug(query['fund']) ? query['fund'] : 'pool';
    const lines = await this.lines(context, id, year, fund);
    const [before] = await this.screen.forecasts(context, id, year, fund);
    const boxes = boxesOf(undefined, before, lines, year);
    const day = dateParts({}, 'madeOn');
    const page = forecastPage(place, { year, fund, lines, boxes, typed: blank, day, key: this.ids.next() });
    void reply.view('budgets/forecast.njk', page);
  }

  @Post()
  @Does('ledger-forecast.add')
  async record(
    @Acting() acting: Context,
    @Param('partnership') id: string,
    @Body() form: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const place = await this.screen.place(acting, slugOrNotFound(id));
    const [context, key, year] = [within(acting, id), field(form, 'key'), readFinancialYear(field(form, 'year'))];
    const fund = field(form, 'fund') || 'pool';
    if (!isUuid(key) || !year || !isSlug(fund))
      throw new Refused('malformed', 'The form is not as this server drew it.');
    const lines = await this.lines(context, id, year, fund);
    const rows = rowsIn(
      form,
      lines.map(({ line }) => line),
      year,
    );
    try {
      const body = await newForecast.transform(forecastIn(form, { year, fund }, rows));
      const { id: report } = await this.once.create(context, { key, body, reply }, (inside) =>
        this.records.run(inside, id, body),
      );
      void reply.redirect(`/partnerships/${id}/ledger/forecasts/${report}`, 303);
    } catch (thrown) {
      const { status, errors } = atBoxes(putRight(thrown, forecastSays), rows);
      const typed = { values: filled(form, forecastFields), errors };
      const boxes = boxesOf(form, undefined, lines, year);
      const page = forecastPage(place, { year, fund, lines, boxes, typed, day: dateParts(form, 'madeOn'), key });
      void reply.status(status).view('budgets/forecast.njk', page);
    }
  }

  /** The lines of the year: those that are budgeted by its end, spent on, committed or forecast. */
  private async lines(
    context: Context,
    id: string,
    year: FinancialYear,
    fund: string,
  ): Promise<readonly OutturnLine[]> {
    const asAt = addDays(yearPeriod(year).until, -1);
    return (await this.screen.outturn(context, id, { year, fund, asAt, knownAt: undefined, report: undefined })).lines;
  }
}
