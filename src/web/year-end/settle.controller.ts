import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type FinancialYear, readFinancialYear } from '../../engine/calendar/financial-year.js';
import { Does } from '../../features/access/does.js';
import { NewSettlement, type SettlementKind, settlementKinds } from '../../features/ledger/dto/settlement.js';
import { ProposeSettlement } from '../../features/ledger/propose-settlement.js';
import { Acting } from '../../features/shared/acting.js';
import { Once } from '../../features/shared/once.js';
import { type Context, within } from '../../platform/database/context.js';
import { BodyPipe } from '../../platform/http/body.pipe.js';
import { slugOrNotFound } from '../../platform/http/names.js';
import { field } from '../../platform/http/pages/forms.js';
import { invalid, notFound } from '../../platform/http/problem.js';
import { Ids } from '../../platform/ids/ids.js';
import { asDrawn, keyOf } from '../shared/drawn.js';
import { filled } from '../shared/filled.js';
import { putRight } from '../shared/put-right.js';
import { nothingToSettle, settlePage, settleSays, type Settling } from './settle.view-model.js';
import { YearEndScreen } from './year-end.screen.js';

const newSettlement = new BodyPipe(NewSettlement);
const fields = ['kind', 'financialYear', 'calculation', 'decision', 'fund', 'why', 'source'];

const readKind = (given: unknown): SettlementKind | undefined => settlementKinds.find((kind) => kind === given);

@ApiExcludeController()
@Controller('partnerships/:partnership/ledger')
export class SettlePageController {
  constructor(
    private readonly screen: YearEndScreen,
    private readonly proposes: ProposeSettlement,
    private readonly once: Once,
    private readonly ids: Ids,
  ) {}

  @Get('year-end/:year/settlement')
  @Does('ledger-settlement.add')
  async form(
    @Acting() context: Context,
    @Param() { partnership, year: given }: Record<'partnership' | 'year', string>,
    @Query() query: Record<string, unknown>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const place = slugOrNotFound(partnership);
    await this.screen.place(context, place);
    const [kind, year] = [readKind(query['kind'] ?? 'variance'), readFinancialYear(given)];
    if (!kind || !year) throw notFound();
    const typed = { values: { fund: 'pool' }, errors: [] };
    await this.view(context, place, reply, { kind, year, typed, key: this.ids.next() });
  }

  @Post('settlements')
  @Does('ledger-settlement.add')
  async propose(
    @Acting() acting: Context,
    @Param('partnership') id: string,
    @Body() form: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const place = slugOrNotFound(id);
    const [context, key] = [within(acting, place), keyOf(form)];
    const kind = asDrawn(readKind(field(form, 'kind')));
    const year = asDrawn(readFinancialYear(field(form, 'financialYear')));
    try {
      const body = await newSettlement.transform(settlementIn(form));
      await this.once.create(context, { key, body, reply }, (inside) => this.proposes.run(inside, place, body));
      void reply.redirect(`/partnerships/${place}/ledger/year-end/${year}`, 303);
    } catch (thrown) {
      const { status, errors } = putRight(thrown, settleSays);
      const typed = { values: filled(form, fields), errors };
      await this.view(context, place, reply.status(status), { kind, year, typed, key });
    }
  }

  private async view(context: Context, id: string, reply: FastifyReply, settling: Settling): Promise<void> {
    const place = await this.screen.place(context, id);
    const offered = await this.screen.offered(context, id, settling.kind, settling.year as FinancialYear);
    void reply.view('year-end/settle.njk', settlePage(place, offered, settling));
  }
}

/** What the form gave: whoever says that there is nothing to settle has chosen that. */
function settlementIn(form: unknown): Record<string, string> {
  const { calculation, ...rest } = filled(form, fields);
  if (calculation === nothingToSettle) return rest;
  if (calculation) return { ...rest, calculation };
  throw invalid([{ pointer: '/calculation', code: 'missing', detail: 'Expected one of those there.' }]);
}
