import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Does } from '../../features/access/does.js';
import { NewForecast } from '../../features/budgets/dto/forecast.js';
import type { OutturnLine } from '../../features/budgets/dto/outturn.js';
import { RecordForecast } from '../../features/budgets/record-forecast.js';
import { Acting } from '../../features/shared/acting.js';
import { Once } from '../../features/shared/once.js';
import { Clock } from '../../platform/clock/clock.js';
import { type Context, within } from '../../platform/database/context.js';
import { BodyPipe } from '../../platform/http/body.pipe.js';
import { slugOrNotFound } from '../../platform/http/names.js';
import { Ids } from '../../platform/ids/ids.js';
import { keyOf } from '../shared/drawn.js';
import { dateParts, filled } from '../shared/filled.js';
import { blank } from '../shared/inputs.js';
import { putRight } from '../shared/put-right.js';
import { BudgetsScreen } from './budgets.screen.js';
import { atBoxes, boxesOf, forecastFields, forecastIn, rowsIn } from './forecast-form.js';
import { atItsEnd, type OfYear, yearAsked, yearDrawn } from './of-year.js';
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
    const of = yearAsked(query, this.clock.now());
    const lines = await this.lines(context, id, of);
    const [before] = await this.screen.forecasts(context, id, of.year, of.fund);
    const boxes = boxesOf(undefined, before, lines, of.year);
    const day = dateParts({}, 'madeOn');
    const page = forecastPage(place, { ...of, lines, boxes, typed: blank, day, key: this.ids.next() });
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
    const [context, key, of] = [within(acting, id), keyOf(form), yearDrawn(form)];
    const lines = await this.lines(context, id, of);
    const named = lines.map(({ line }) => line);
    const rows = rowsIn(form, named, of.year);
    try {
      const body = await newForecast.transform(forecastIn(form, of, rows));
      const { id: report } = await this.once.create(context, { key, body, reply }, (inside) =>
        this.records.run(inside, id, body),
      );
      void reply.redirect(`/partnerships/${id}/ledger/forecasts/${report}`, 303);
    } catch (thrown) {
      const { status, errors } = atBoxes(putRight(thrown, forecastSays), rows);
      const typed = { values: filled(form, forecastFields), errors };
      const boxes = boxesOf(form, undefined, lines, of.year);
      const page = forecastPage(place, { ...of, lines, boxes, typed, day: dateParts(form, 'madeOn'), key });
      void reply.status(status).view('budgets/forecast.njk', page);
    }
  }

  private async lines(context: Context, id: string, of: OfYear): Promise<readonly OutturnLine[]> {
    return (await this.screen.outturn(context, id, atItsEnd(of))).lines;
  }
}
