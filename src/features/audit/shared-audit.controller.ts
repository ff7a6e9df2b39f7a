import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Context, everyPartnership } from '../../platform/database/context.js';
import { BodyPipe } from '../../platform/http/body.pipe.js';
import { notFound } from '../../platform/http/problem.js';
import { Does } from '../access/does.js';
import { Acting } from '../shared/acting.js';
import { DescribesChange, DescribesList, DescribesListFile, DescribesOne } from '../shared/api.js';
import type { Listed } from '../shared/record-kind.js';
import { auditListing } from './audit-entry.reader.js';
import { CheckTrail } from './check-trail.js';
import { AuditEntry, Erasure, NewErasure, TrailCheck } from './dto/audit-entry.js';
import { EraseDetail } from './erase-detail.js';
import { EvidenceBundle } from './evidence/evidence.js';
import { MakeBundle } from './evidence/make-bundle.js';
import { readRange, TakesRange } from './evidence/range.js';
import { ExportTrail } from './export-trail.js';
import { ReadTrail } from './read-trail.js';

type Asked = Record<string, unknown>;

/** The chain that belongs to no partnership: people, sign-in, sessions and accounts. */
@ApiTags('Audit')
@Controller('api/v1')
export class SharedAuditController {
  constructor(
    private readonly reading: ReadTrail,
    private readonly exporting: ExportTrail,
    private readonly checking: CheckTrail,
    private readonly bundles: MakeBundle,
    private readonly erasing: EraseDetail,
  ) {}

  @Get('audit')
  @Does('shared-audit.read')
  @DescribesList(AuditEntry, auditListing, 'List what belongs to no partnership: sign-in, sessions, accounts, people')
  list(@Acting() context: Context, @Query() query: Asked): Promise<Listed<AuditEntry>> {
    return this.reading.run(context, everyPartnership, query);
  }

  @Get('audit.csv')
  @Does('shared-audit.export')
  @DescribesListFile('text/csv', auditListing, 'The same as a table for a spreadsheet', 'No cell is a live formula.')
  async table(
    @Acting() context: Context,
    @Query() query: Asked,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const table = await this.exporting.run(context, everyPartnership, query);
    void reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="poolkeeper-audit.csv"');
    return table;
  }

  @Get('audit/check')
  @Does('shared-audit.read')
  @Header('cache-control', 'no-store')
  @DescribesOne(TrailCheck, 'Have the database go along that trail', 'To rest on nobody’s word, verify a bundle.')
  check(@Acting() context: Context): Promise<TrailCheck> {
    return this.checking.run(context, everyPartnership);
  }

  @Get('audit/bundle')
  @Does('shared-audit.export')
  @TakesRange()
  @DescribesOne(EvidenceBundle, 'Everything that vouches for that trail, to verify offline')
  async bundle(
    @Acting() context: Context,
    @Query() query: Asked,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EvidenceBundle> {
    const range = readRange(query);
    const bundle = await this.bundles.run(context, everyPartnership, range);
    void reply.header('content-disposition', `attachment; filename="poolkeeper-evidence-${range.from}.json"`);
    return bundle;
  }

  @Post('audit/:position/erasure')
  @HttpCode(200)
  @Does('shared-audit.erase')
  @ApiParam({ name: 'position', description: 'Whose detail is to go', schema: { type: 'string', example: '1' } })
  @DescribesChange(NewErasure, Erasure, 'Erase what an entry says in full', 'Nobody erases what is said of themselves.')
  erase(
    @Acting() context: Context,
    @Param('position') position: string,
    @Body(new BodyPipe(NewErasure)) { why }: NewErasure,
  ): Promise<Erasure> {
    if (!/^[1-9]\d{0,14}$/.test(position)) throw notFound();
    return this.erasing.shared(context, Number(position), why);
  }
}
