import { Body, Controller, Get, Param, Post, Query, Render, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Does } from '../../features/access/does.js';
import { BeginReconciliation } from '../../features/reconciliations/begin-reconciliation.js';
import { NewReconciliation } from '../../features/reconciliations/dto/reconciliation.js';
import { Acting } from '../../features/shared/acting.js';
import { Once } from '../../features/shared/once.js';
import { type Context, within } from '../../platform/database/context.js';
import { BodyPipe } from '../../platform/http/body.pipe.js';
import { isUuid, slugOrNotFound } from '../../platform/http/names.js';
import { Ids } from '../../platform/ids/ids.js';
import { keyOf } from '../shared/drawn.js';
import { dateParts, filled } from '../shared/filled.js';
import { putRight } from '../shared/put-right.js';
import { beginFields, beginPage, beginSays } from './begin.view-model.js';
import { choosePage } from './choose.view-model.js';
import { listPage } from './list.view-model.js';
import { ReconciliationsScreen } from './reconciliations.screen.js';
import { reconciliationIn } from './typed.js';

const newReconciliation = new BodyPipe(NewReconciliation);

@ApiExcludeController()
@Controller('partnerships/:partnership/ledger/reconciliations')
export class ReconciliationsPageController {
  constructor(
    private readonly screen: ReconciliationsScreen,
    private readonly begins: BeginReconciliation,
    private readonly once: Once,
    private readonly ids: Ids,
  ) {}

  @Get()
  @Does('reconciliation.read')
  @Render('reconciliations/list.njk')
  async list(
    @Acting() context: Context,
    @Param('partnership') id: string,
    @Query() { cursor }: Record<string, unknown>,
    @Req() { visitor }: FastifyRequest,
  ): Promise<object> {
    const place = await this.screen.place(context, slugOrNotFound(id));
    const found = await this.screen.list(context, id, typeof cursor === 'string' ? { cursor } : {});
    return listPage(place, found, await this.screen.files(context, id, visitor));
  }

  /** The form for one file; which file, where none is chosen. */
  @Get('new')
  @Does('reconciliation.add')
  async form(
    @Acting() context: Context,
    @Param('partnership') id: string,
    @Query() query: Record<string, unknown>,
    @Req() { visitor }: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const place = await this.screen.place(context, slugOrNotFound(id));
    if (!isUuid(query['import'])) {
      const files = await this.screen.files(context, id, visitor);
      return void reply.view('reconciliations/choose.njk', choosePage(place, files));
    }
    const typed = { values: { fund: 'Pool', opening: '0.00', ...filled(query, beginFields) }, errors: [] };
    const [from, asAt] = [dateParts(query, 'from'), dateParts(query, 'asAt')];
    void reply.view('reconciliations/begin.njk', beginPage(place, { typed, from, asAt, key: this.ids.next() }));
  }

  @Post()
  @Does('reconciliation.add')
  async begin(
    @Acting() acting: Context,
    @Param('partnership') id: string,
    @Body() form: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const place = slugOrNotFound(id);
    const [context, key] = [within(acting, place), keyOf(form)];
    try {
      const body = await newReconciliation.transform(reconciliationIn(form));
      const made = await this.once.create(context, { key, body, reply }, (inside) =>
        this.begins.run(inside, place, body),
      );
      void reply.redirect(`/partnerships/${place}/ledger/reconciliations/${made.id}`, 303);
    } catch (thrown) {
      const { status, errors } = putRight(thrown, beginSays);
      const typed = { values: filled(form, beginFields), errors };
      const [from, asAt] = [dateParts(form, 'from'), dateParts(form, 'asAt')];
      const shown = beginPage(await this.screen.place(context, place), { typed, from, asAt, key });
      void reply.status(status).view('reconciliations/begin.njk', shown);
    }
  }
}
