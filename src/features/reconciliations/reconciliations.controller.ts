import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Context, within } from '../../platform/database/context.js';
import { BodyPipe } from '../../platform/http/body.pipe.js';
import { slugOrNotFound, uuidOrNotFound } from '../../platform/http/names.js';
import { Acting } from '../shared/acting.js';
import { DescribesAdd, DescribesFile, DescribesList, DescribesOne, DoesInPartnership } from '../shared/api.js';
import { exportRecords, type SheetForm, sheetTypes } from '../shared/export-records.js';
import { IdempotencyKey } from '../shared/idempotency-key.js';
import { Once } from '../shared/once.js';
import type { Listed } from '../shared/record-kind.js';
import { SheetRoutes } from '../shared/sheet-routes.js';
import { BeginReconciliation } from './begin-reconciliation.js';
import { NewReconciliation, Reconciliation } from './dto/reconciliation.js';
import { ReconciliationReport } from './dto/report.js';
import { ReconciliationLine } from './dto/report-line.js';
import { KnownAt, readKnownAt } from './read-known-at.js';
import { ReconciliationReader, reconciliationListing } from './reconciliation.reader.js';
import { ReportReader } from './report.reader.js';

type Place = Record<'partnership' | 'id', string>;
type Asked = Record<string, unknown>;

const says = 'The opening, each line of the host’s ledger and each entry of ours, with what explains it.';

@ApiTags('Host’s ledger')
@Controller('api/v1/partnerships/:partnership/ledger/reconciliations')
export class ReconciliationsController extends SheetRoutes<Reconciliation>('reconciliation.read', {
  view: Reconciliation,
  listing: reconciliationListing,
  many: 'what the host’s ledger was held against',
}) {
  constructor(
    protected readonly reader: ReconciliationReader,
    private readonly begins: BeginReconciliation,
    private readonly reports: ReportReader,
    private readonly once: Once,
  ) {
    super();
  }

  @Get()
  @DoesInPartnership('reconciliation.read')
  @DescribesList(Reconciliation, reconciliationListing, 'List what the host’s ledger was held against')
  list(
    @Acting() context: Context,
    @Param() { partnership }: Place,
    @Query() query: Asked,
  ): Promise<Listed<Reconciliation>> {
    return this.reader.list(context, slugOrNotFound(partnership), query);
  }

  @Post()
  @DoesInPartnership('reconciliation.add')
  @DescribesAdd(
    NewReconciliation,
    Reconciliation,
    'Hold an extract of the host’s ledger against an account of ours',
    'The extract was imported before, as kind "host-ledger". Nothing is posted.',
  )
  async add(
    @Acting() context: Context,
    @Param() { partnership }: Place,
    @IdempotencyKey() key: string,
    @Body(new BodyPipe(NewReconciliation)) body: NewReconciliation,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Reconciliation> {
    const here = within(context, slugOrNotFound(partnership));
    const work = (inside: Context) => this.begins.run(inside, here.partnership, body);
    return this.reader.unlessNotThere(here, this.once.create(here, { key, body, reply }, work));
  }

  @Get(':id')
  @DoesInPartnership('reconciliation.read')
  @KnownAt()
  @DescribesOne(
    ReconciliationReport,
    'Read how the host’s ledger and ours compare',
    'Worked out when it is asked. The parts come to both ledgers to the penny.',
  )
  read(@Acting() context: Context, @Param() place: Place, @Query() query: Asked): Promise<ReconciliationReport> {
    const id = uuidOrNotFound(place.id);
    return this.reports.read(context, slugOrNotFound(place.partnership), id, readKnownAt(query));
  }

  @Get(':id/lines.csv')
  @DoesInPartnership('reconciliation.read')
  @KnownAt()
  @DescribesFile('text/csv', 'Download a reconciliation line by line as CSV', says)
  lines(
    @Acting() context: Context,
    @Param() place: Place,
    @Query() query: Asked,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    return this.sheet(context, place, query, 'csv', reply);
  }

  @Get(':id/lines.xlsx')
  @DoesInPartnership('reconciliation.read')
  @KnownAt()
  @DescribesFile(sheetTypes.xlsx, 'Download a reconciliation line by line as XLSX', says)
  workbook(
    @Acting() context: Context,
    @Param() place: Place,
    @Query() query: Asked,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    return this.sheet(context, place, query, 'xlsx', reply);
  }

  private sheet(context: Context, { partnership, id }: Place, query: Asked, form: SheetForm, reply: FastifyReply) {
    const rows = this.reports.lines(context, slugOrNotFound(partnership), uuidOrNotFound(id), readKnownAt(query));
    return exportRecords(rows, { view: ReconciliationLine, form, reply, place: `${partnership}-reconciliation` });
  }
}
