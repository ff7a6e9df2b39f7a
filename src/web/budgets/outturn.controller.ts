import { Controller, Get, Param, Query, Render, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { financialYearOf, readFinancialYear } from '../../engine/calendar/financial-year.js';
import { londonDate } from '../../engine/calendar/london.js';
import { Does } from '../../features/access/does.js';
import { Acting } from '../../features/shared/acting.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Context } from '../../platform/database/context.js';
import { isSlug, isUuid, slugOrNotFound } from '../../platform/http/names.js';
import { notFound, problemKinds } from '../../platform/http/problem.js';
import { readAsAt, readDay } from '../as-at/read-as-at.js';
import { BudgetsScreen } from './budgets.screen.js';
import { outturnPage } from './outturn.view-model.js';

type Place = Record<'partnership' | 'year', string>;

@ApiExcludeController()
@Controller('partnerships/:partnership/ledger/outturn')
export class OutturnPageController {
  constructor(
    private readonly screen: BudgetsScreen,
    private readonly clock: Clock,
  ) {}

  /** The year that it is. */
  @Get()
  @Does('ledger.read')
  async thisYear(
    @Acting() context: Context,
    @Param('partnership') id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { partnership } = await this.screen.place(context, slugOrNotFound(id));
    const year = financialYearOf(londonDate(this.clock.now()));
    void reply.redirect(`/partnerships/${partnership.id}/ledger/outturn/${year}`, 303);
  }

  /** What each line was to spend, has spent and is expected to, and what that would mean to each partner. */
  @Get(':year')
  @Does('ledger.read')
  @Render('budgets/outturn.njk')
  async show(
    @Acting() context: Context,
    @Param() { partnership: id, year: given }: Place,
    @Query() query: Record<string, unknown>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const place = await this.screen.place(context, slugOrNotFound(id));
    const year = readFinancialYear(given);
    if (!year) throw notFound();
    const fund = isSlug(query['fund']) ? query['fund'] : 'pool';
    const [asAt, knownAt] = [readAsAt(query), readDay(query, 'knownAt', 'The date it was known at')];
    const page = { year, fund, asAt, knownAt };
    if (!asAt.ok || !knownAt.ok) {
      void reply.status(problemKinds.invalid.status);
      return outturnPage(place, page);
    }
    const report = isUuid(query['report']) ? query['report'] : undefined;
    const asked = { year, fund, asAt: asAt.date, knownAt: knownAt.date, report };
    return outturnPage(place, page, {
      outturn: await this.screen.outturn(context, id, asked),
      projection: await this.screen.projection(context, id, asked),
      reports: await this.screen.forecasts(context, id, year, fund),
    });
  }
}
