import { Controller, Get, Param, Query, Render, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ReadTrail } from '../../features/audit/read-trail.js';
import { Does } from '../../features/access/does.js';
import { PartnershipReader } from '../../features/partnerships/partnership.reader.js';
import { Acting } from '../../features/shared/acting.js';
import type { Context } from '../../platform/database/context.js';
import { slugOrNotFound } from '../../platform/http/names.js';
import { problemKinds, Refused } from '../../platform/http/problem.js';
import { type AuditPage, auditPage, pageFilters } from './audit.view-model.js';

@ApiExcludeController()
@Controller('partnerships/:partnership/audit')
export class AuditPageController {
  constructor(
    private readonly partnerships: PartnershipReader,
    private readonly trail: ReadTrail,
  ) {}

  /** The newest first; a filter that cannot be read is told beside its field. */
  @Get()
  @Does('audit.read')
  @Render('audit/audit.njk')
  async show(
    @Acting() context: Context,
    @Param('partnership') id: string,
    @Query() query: Record<string, unknown>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AuditPage> {
    const partnership = await this.partnerships.findByName(context, slugOrNotFound(id));
    const asked = filled(query);
    try {
      return auditPage(partnership, asked, await this.trail.run(context, id, { sort: '-position', ...asked }));
    } catch (thrown) {
      if (!(thrown instanceof Refused) || thrown.kind !== 'invalid') throw thrown;
      void reply.status(problemKinds.invalid.status);
      return auditPage(partnership, asked, thrown.errors);
    }
  }
}

/** The form sends every field; those left blank ask nothing. */
function filled(query: Readonly<Record<string, unknown>>): Record<string, string> {
  const given = pageFilters.flatMap((name) => {
    const value = query[name];
    return typeof value === 'string' && value.trim() !== '' ? [[name, value.trim()] as const] : [];
  });
  return Object.fromEntries(given);
}
