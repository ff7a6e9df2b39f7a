import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type FinancialYear, readFinancialYear } from '../../engine/calendar/financial-year.js';
import { Does } from '../../features/access/does.js';
import { CloseYear } from '../../features/ledger/close-year.js';
import { NewYearClosing } from '../../features/ledger/dto/year-closing.js';
import { Acting } from '../../features/shared/acting.js';
import { Once } from '../../features/shared/once.js';
import { type Context, within } from '../../platform/database/context.js';
import { BodyPipe } from '../../platform/http/body.pipe.js';
import { isSlug, slugOrNotFound } from '../../platform/http/names.js';
import { field } from '../../platform/http/pages/forms.js';
import { notFound, problemKinds } from '../../platform/http/problem.js';
import { Ids } from '../../platform/ids/ids.js';
import { readDay } from '../as-at/read-as-at.js';
import { asDrawn, keyOf } from '../shared/drawn.js';
import { filled } from '../shared/filled.js';
import { putRight } from '../shared/put-right.js';
import { YearEndScreen } from './year-end.screen.js';
import { type YearEndDrawn, yearEndPage } from './year-end.view-model.js';

const newClosing = new BodyPipe(NewYearClosing);
const fields = ['financialYear', 'why', 'source'];
const nothingAsked = { fund: undefined, knownAt: readDay({}, 'knownAt', '') };
const says = { why: 'Enter why it is closed', source: 'Enter where this comes from' };

@ApiExcludeController()
@Controller('partnerships/:partnership/ledger')
export class YearEndPageController {
  constructor(
    private readonly screen: YearEndScreen,
    private readonly closes: CloseYear,
    private readonly once: Once,
    private readonly ids: Ids,
  ) {}

  @Get('year-end/:year')
  @Does('ledger.read')
  async show(
    @Acting() context: Context,
    @Param() { partnership, year }: Record<'partnership' | 'year', string>,
    @Query() query: Record<string, unknown>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const financialYear = readFinancialYear(year);
    if (!financialYear) throw notFound();
    const fund = isSlug(query['fund']) ? query['fund'] : undefined;
    const asked = { fund, knownAt: readDay(query, 'knownAt', 'The date it was known at') };
    await this.view(context, [slugOrNotFound(partnership), financialYear], reply, { key: this.ids.next(), asked });
  }

  @Post('year-closings')
  @Does('ledger-closing.add')
  async close(
    @Acting() acting: Context,
    @Param('partnership') id: string,
    @Body() form: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const place = slugOrNotFound(id);
    const [context, key] = [within(acting, place), keyOf(form)];
    const year = asDrawn(readFinancialYear(field(form, 'financialYear')));
    try {
      const body = await newClosing.transform(filled(form, fields));
      await this.once.create(context, { key, body, reply }, (inside) => this.closes.run(inside, place, body));
      void reply.redirect(`/partnerships/${place}/ledger/year-end/${year}`, 303);
    } catch (thrown) {
      const { status, errors } = putRight(thrown, says);
      const typed = { values: filled(form, fields), errors };
      await this.view(context, [place, year], reply.status(status), { key, asked: nothingAsked, typed });
    }
  }

  /** The statement; as it stands now where the date that it was known at is none, which is told beside its boxes. */
  private async view(
    context: Context,
    [id, year]: readonly [string, FinancialYear],
    reply: FastifyReply,
    drawn: YearEndDrawn,
  ): Promise<void> {
    const { fund, knownAt } = drawn.asked;
    const place = await this.screen.place(context, id);
    if (!knownAt.ok) void reply.status(problemKinds.invalid.status);
    const known = knownAt.ok ? knownAt.date : undefined;
    const statement = await this.screen.statement(context, id, year, { fund, knownAt: known });
    void reply.view('year-end/year-end.njk', yearEndPage(place, statement, drawn));
  }
}
