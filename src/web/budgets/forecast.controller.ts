import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type FinancialYear, financialYearOf, readFinancialYear } from '../../engine/calendar/financial-year.js';
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
import { isUuid, slugOrNotFound } from '../../platform/http/names.js';
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
    @Query('year') given: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const place = await this.screen.place(context, slugOrNotFound(id));
    const year = readFinancialYear(given) ?? financialYearOf(londonDate(this.clock.now()));
    const lines = await this.lines(context, id, year);
    const [before] = await this.screen.forecasts(context, id, year, 'pool');
    const boxes = boxesOf(undefined, before, lines, year);
    const day = dateParts({}, 'madeOn');
    const page = forecastPage(place, { year, lines, boxes, typed: blank, day, key: this.ids.next() });
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
    if (!isUuid(key) || !year) throw new Refused('malformed', 'The form is not as this server drew it.');
    const lines = await this.lines(context, id, year);
    const rows = rowsIn(
      form,
      lines.map(({ line }) => line),
      year,
    );
    try {
      const body = await newForecast.transform(forecastIn(form, year, rows));
      const { id: report } = await this.once.create(context, { key, body, reply }, (inside) =>
        this.records.run(inside, id, body),
      );
      void reply.redirect(`/partnerships/${id}/ledger/outturn/${year}?report=${report}`, 303);
    } catch (thrown) {
      const { status, errors } = atBoxes(putRight(thrown, forecastSays), rows);
      const typed = { values: filled(form, forecastFields), errors };
      const boxes = boxesOf(form, undefined, lines, year);
      const page = forecastPage(place, { year, lines, boxes, typed, day: dateParts(form, 'madeOn'), key });
      void reply.status(status).view('budgets/forecast.njk', page);
    }
  }

  /** The lines of the year: those that are budgeted, spent on, committed or forecast. */
  private async lines(context: Context, id: string, year: FinancialYear): Promise<readonly OutturnLine[]> {
    const asked = { year, fund: 'pool', asAt: undefined, knownAt: undefined, report: undefined };
    return (await this.screen.outturn(context, id, asked)).lines;
  }
}
