import { Controller, Get, Param, Query, Render, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { FlagReader } from '../../features/flags/flag.reader.js';
import { PartnershipReader } from '../../features/partnerships/partnership.reader.js';
import { Acting } from '../../features/shared/acting.js';
import type { Context } from '../../platform/database/context.js';
import { slugOrNotFound } from '../../platform/http/names.js';
import { problemKinds } from '../../platform/http/problem.js';
import { readAsAt } from '../as-at/read-as-at.js';
import { type FlagsPage, flagsPage } from './flags.view-model.js';
import { Does } from '../../features/access/does.js';

@ApiExcludeController()
@Controller('partnerships/:partnership/flags')
export class FlagsPageController {
  constructor(
    private readonly partnerships: PartnershipReader,
    private readonly flags: FlagReader,
  ) {}

  @Get()
  @Does('flag.read')
  @Render('flags/flags.njk')
  async show(
    @Acting() context: Context,
    @Param('partnership') id: string,
    @Query() query: Record<string, unknown>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FlagsPage> {
    const partnership = await this.partnerships.findByName(context, slugOrNotFound(id));
    const asked = readAsAt(query);
    if (asked.ok) return flagsPage(partnership, asked, await this.flags.list(context, id, asked.date));
    void reply.status(problemKinds.invalid.status);
    return flagsPage(partnership, asked, undefined);
  }
}
