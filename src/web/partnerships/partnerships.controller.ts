import { Controller, Get, Query, Redirect, Render, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { FlagReader } from '../../features/flags/flag.reader.js';
import { PartnershipReader } from '../../features/partnerships/partnership.reader.js';
import { Acting } from '../../features/shared/acting.js';
import type { Context } from '../../platform/database/context.js';
import { may } from '../visitor/visitor.js';
import { type PartnershipsPage, partnershipsPage } from './partnerships.view-model.js';
import { Does } from '../../features/access/does.js';

@ApiExcludeController()
@Controller()
export class PartnershipsPageController {
  constructor(
    private readonly partnerships: PartnershipReader,
    private readonly flags: FlagReader,
  ) {}

  @Get()
  @Does('reference.read')
  @Redirect('/partnerships', 302)
  start(): void {
    // The list is where everyone starts.
  }

  @Get('partnerships')
  @Does('partnership.read')
  @Render('partnerships/partnerships.njk')
  async list(
    @Acting() context: Context,
    @Query() query: Record<string, unknown>,
    @Req() { visitor }: FastifyRequest,
  ): Promise<PartnershipsPage> {
    const cursor = query['cursor'] === undefined ? {} : { cursor: query['cursor'] };
    const partnerships = await this.partnerships.listAll(context, { limit: '20', ...cursor });
    const flags = may(visitor, 'flag.read') ? (await this.flags.listAll(context)).items : undefined;
    return partnershipsPage(partnerships, flags);
  }
}
