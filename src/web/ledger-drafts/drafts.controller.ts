import { Controller, Get, Param, Query, Render, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Does } from '../../features/access/does.js';
import { Acting } from '../../features/shared/acting.js';
import type { Context } from '../../platform/database/context.js';
import { slugOrNotFound, uuidOrNotFound } from '../../platform/http/names.js';
import { draftPage, lookerOf } from './draft.view-model.js';
import { DraftsScreen } from './drafts.screen.js';
import { type DraftsPage, draftsPage, readState } from './drafts.view-model.js';

@ApiExcludeController()
@Controller('partnerships/:partnership/ledger/drafts')
export class DraftsPageController {
  constructor(private readonly screen: DraftsScreen) {}

  @Get()
  @Does('ledger-draft.read')
  @Render('ledger-drafts/drafts.njk')
  async list(
    @Acting() context: Context,
    @Param('partnership') id: string,
    @Query() { state: named, cursor }: Record<string, unknown>,
  ): Promise<DraftsPage> {
    const place = await this.screen.place(context, slugOrNotFound(id));
    const state = readState(named);
    const query = { state, ...(typeof cursor === 'string' ? { cursor } : {}) };
    return draftsPage(place, state, await this.screen.list(context, id, query));
  }

  @Get(':id')
  @Does('ledger-draft.read')
  @Render('ledger-drafts/draft.njk')
  async show(
    @Acting() context: Context,
    @Param() { partnership, id }: Record<'partnership' | 'id', string>,
    @Req() { visitor }: FastifyRequest,
  ): Promise<object> {
    const place = await this.screen.place(context, slugOrNotFound(partnership));
    const draft = await this.screen.one(context, partnership, uuidOrNotFound(id));
    const entered = await this.screen.entered(context, partnership, id, visitor);
    return draftPage(place, draft, lookerOf(visitor, entered));
  }
}
