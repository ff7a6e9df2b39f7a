import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Context } from '../../platform/database/context.js';
import { BodyPipe } from '../../platform/http/body.pipe.js';
import { slugOrNotFound } from '../../platform/http/names.js';
import { notFound } from '../../platform/http/problem.js';
import { Acting } from '../shared/acting.js';
import { DescribesChange, DescribesList, DescribesListFile, DescribesOne, DoesInPartnership } from '../shared/api.js';
import type { Listed } from '../shared/record-kind.js';
import { auditListing } from './audit-entry.reader.js';
import { CheckTrail } from './check-trail.js';
import { AuditEntry, Erasure, NewErasure, TrailCheck } from './dto/audit-entry.js';
import { EraseDetail } from './erase-detail.js';
import { ExportTrail } from './export-trail.js';
import { ReadTrail } from './read-trail.js';

type Asked = Record<string, unknown>;

@ApiTags('Audit')
@Controller('api/v1/partnerships/:partnership')
export class AuditController {
  constructor(
    private readonly reading: ReadTrail,
    private readonly exporting: ExportTrail,
    private readonly checking: CheckTrail,
    private readonly erasing: EraseDetail,
  ) {}

  @Get('audit')
  @DoesInPartnership('audit.read')
  @DescribesList(AuditEntry, auditListing, 'List who did, read or was refused what. Reading it is an entry too')
  list(
    @Acting() context: Context,
    @Param('partnership') partnership: string,
    @Query() query: Asked,
  ): Promise<Listed<AuditEntry>> {
    return this.reading.run(context, slugOrNotFound(partnership), query);
  }

  @Get('audit.csv')
  @DoesInPartnership('audit.export')
  @DescribesListFile(
    'text/csv',
    auditListing,
    'The audit trail as a table for a spreadsheet',
    'No cell is a live formula.',
  )
  async table(
    @Acting() context: Context,
    @Param('partnership') partnership: string,
    @Query() query: Asked,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const table = await this.exporting.run(context, slugOrNotFound(partnership), query);
    void reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${partnership}-audit.csv"`);
    return table;
  }

  @Get('audit/check')
  @DoesInPartnership('audit.read')
  @Header('cache-control', 'no-store')
  @DescribesOne(TrailCheck, 'Have the database go along the whole trail', 'To rest on nobody’s word, verify a bundle.')
  check(@Acting() context: Context, @Param('partnership') partnership: string): Promise<TrailCheck> {
    return this.checking.run(context, slugOrNotFound(partnership));
  }

  @Post('audit/:position/erasure')
  @HttpCode(200)
  @DoesInPartnership('audit.erase')
  @ApiParam({ name: 'position', description: 'Whose detail is to go', schema: { type: 'string', example: '1' } })
  @DescribesChange(NewErasure, Erasure, 'Erase what an entry says in full; it stays, and the chain still verifies')
  erase(
    @Acting() context: Context,
    @Param('partnership') partnership: string,
    @Param('position') position: string,
    @Body(new BodyPipe(NewErasure)) { why }: NewErasure,
  ): Promise<Erasure> {
    if (!/^[1-9]\d{0,14}$/.test(position)) throw notFound();
    return this.erasing.run(context, slugOrNotFound(partnership), Number(position), why);
  }
}
