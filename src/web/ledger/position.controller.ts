import { Controller, Get, Param, Query, Render, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Does } from '../../features/access/does.js';
import { Acting } from '../../features/shared/acting.js';
import type { Context } from '../../platform/database/context.js';
import { isSlug, slugOrNotFound } from '../../platform/http/names.js';
import { problemKinds } from '../../platform/http/problem.js';
import { readAsAt, readDay } from '../as-at/read-as-at.js';
import { LedgerScreen } from './ledger.screen.js';
import { type PositionPage, positionPage } from './position.view-model.js';

@ApiExcludeController()
@Controller('partnerships/:partnership/ledger')
export class PositionPageController {
  constructor(private readonly screen: LedgerScreen) {}

  /** What the ledger comes to, as at a day and as known at a day; a date that is none is told beside its boxes. */
  @Get()
  @Does('ledger.read')
  @Render('ledger/position.njk')
  async show(
    @Acting() context: Context,
    @Param('partnership') id: string,
    @Query() query: Record<string, unknown>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PositionPage> {
    const place = await this.screen.place(context, slugOrNotFound(id));
    const fund = isSlug(query['fund']) ? query['fund'] : undefined;
    const [asAt, knownAt] = [readAsAt(query), readDay(query, 'knownAt', 'The date it was known at')];
    const asked = { asAt, knownAt, fund };
    if (asAt.ok && knownAt.ok) {
      const report = { asAt: asAt.date, knownAt: knownAt.date, fund };
      return positionPage(place, asked, await this.screen.position(context, id, report));
    }
    void reply.status(problemKinds.invalid.status);
    return positionPage(place, asked);
  }
}
