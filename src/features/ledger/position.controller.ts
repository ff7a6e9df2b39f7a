import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Context } from '../../platform/database/context.js';
import { slugOrNotFound } from '../../platform/http/names.js';
import { Acting } from '../shared/acting.js';
import { DescribesFile, DescribesOne, DoesInPartnership } from '../shared/api.js';
import { exportRecords, type SheetForm, sheetTypes } from '../shared/export-records.js';
import { LedgerPosition } from './dto/position.js';
import { LedgerPositionRow } from './dto/position-row.js';
import { PositionReader } from './position.reader.js';
import { positionRows } from './position-rows.js';
import { ReportParameters, readReportQuery } from '../shared/report-query.js';

const says = 'A row for each partner, each fund and each line, with the day that it is as at.';

type Asked = Record<string, unknown>;

@ApiTags('Ledger')
@Controller('api/v1/partnerships/:partnership/ledger/position')
export class PositionController {
  constructor(private readonly positions: PositionReader) {}

  @Get()
  @DoesInPartnership('ledger.read')
  @ReportParameters()
  @DescribesOne(
    LedgerPosition,
    'Read what the ledger comes to, by partner, by fund and by line',
    'As at any day, and as it was known at the end of any day. Each total is checked against its parts.',
  )
  read(
    @Acting() context: Context,
    @Param('partnership') partnership: string,
    @Query() query: Asked,
  ): Promise<LedgerPosition> {
    return this.positions.read(context, slugOrNotFound(partnership), readReportQuery(query));
  }

  @Get('all.csv')
  @DoesInPartnership('ledger.read')
  @ReportParameters()
  @DescribesFile('text/csv', 'Download what the ledger comes to as CSV', says)
  csv(
    @Acting() context: Context,
    @Param('partnership') partnership: string,
    @Query() query: Asked,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    return this.sheet(context, partnership, query, 'csv', reply);
  }

  @Get('all.xlsx')
  @DoesInPartnership('ledger.read')
  @ReportParameters()
  @DescribesFile(sheetTypes.xlsx, 'Download what the ledger comes to as XLSX', says)
  xlsx(
    @Acting() context: Context,
    @Param('partnership') partnership: string,
    @Query() query: Asked,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    return this.sheet(context, partnership, query, 'xlsx', reply);
  }

  private sheet(context: Context, partnership: string, query: Asked, form: SheetForm, reply: FastifyReply) {
    const asked = readReportQuery(query);
    const position = this.positions.read(context, slugOrNotFound(partnership), asked);
    const rows = position.then((found) => positionRows(found, asked.fund));
    return exportRecords(rows, { view: LedgerPositionRow, form, reply, place: partnership });
  }
}
