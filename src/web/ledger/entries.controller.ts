import { Controller, Get, Param, Query, Render, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Does } from '../../features/access/does.js';
import { Acting } from '../../features/shared/acting.js';
import type { Context } from '../../platform/database/context.js';
import { slugOrNotFound, uuidOrNotFound } from '../../platform/http/names.js';
import { problemKinds } from '../../platform/http/problem.js';
import { ownCouncil } from '../visitor/own-council.js';
import { isSound, readEntriesAsked } from './entries-asked.js';
import { type EntriesPage, entriesPage } from './entries.view-model.js';
import { type EntryPage, entryPage } from './entry.view-model.js';
import { LedgerScreen } from './ledger.screen.js';

@ApiExcludeController()
@Controller('partnerships/:partnership/ledger/entries')
export class EntriesPageController {
  constructor(private readonly screen: LedgerScreen) {}

  @Get()
  @Does('ledger.read')
  @Render('ledger/entries.njk')
  async list(
    @Acting() context: Context,
    @Param('partnership') id: string,
    @Query() query: Record<string, unknown>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EntriesPage> {
    const place = await this.screen.place(context, slugOrNotFound(id));
    const asked = readEntriesAsked(query);
    const funds = await this.screen.funds(context, id);
    if (isSound(asked)) return entriesPage(place, asked, funds, await this.screen.entries(context, id, asked.filters));
    void reply.status(problemKinds.invalid.status);
    return entriesPage(place, asked, funds);
  }

  @Get(':id')
  @Does('ledger.read')
  @Render('ledger/entry.njk')
  async show(
    @Acting() context: Context,
    @Param() { partnership, id }: Record<'partnership' | 'id', string>,
    @Req() { visitor }: FastifyRequest,
  ): Promise<EntryPage> {
    const place = await this.screen.place(context, slugOrNotFound(partnership));
    const entry = await this.screen.entry(context, partnership, uuidOrNotFound(id));
    return entryPage(place, entry, ownCouncil(visitor, 'ledger-draft.add'));
  }
}
