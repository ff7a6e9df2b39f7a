import { Controller, Get, Param, Query, Render, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { readFinancialYear } from '../../engine/calendar/financial-year.js';
import { Acting } from '../../features/shared/acting.js';
import type { Context } from '../../platform/database/context.js';
import { slugOrNotFound } from '../../platform/http/names.js';
import { notFound, problemKinds } from '../../platform/http/problem.js';
import { readAsAt } from '../as-at/read-as-at.js';
import { ShareStatementScreen } from './share-statement.screen.js';
import { type ShareStatementPage, shareStatementPage } from './share-statement.view-model.js';
import { Does } from '../../features/access/does.js';

@ApiExcludeController()
@Controller('partnerships/:partnership/share-statements')
export class ShareStatementPageController {
  constructor(private readonly screen: ShareStatementScreen) {}

  @Get(':year')
  @Does('share-statement.read')
  @Render('share-statement/share-statement.njk')
  async show(
    @Acting() context: Context,
    @Param() { partnership: id, year: named }: { partnership: string; year: string },
    @Query() query: Record<string, unknown>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ShareStatementPage> {
    const year = readFinancialYear(named);
    if (!year) throw notFound();
    const partnership = await this.screen.partnership(context, slugOrNotFound(id));
    const asked = { partnership, year, asAt: readAsAt(query) };
    const statement = await this.screen.statement(context, id, year, asked.asAt);
    if (statement) return shareStatementPage(asked, { statement, bills: await this.screen.bills(context, id, year) });
    void reply.status(problemKinds[asked.asAt.ok ? 'not-found' : 'invalid'].status);
    return shareStatementPage(asked);
  }
}
