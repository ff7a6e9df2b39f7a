import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Context } from '../../platform/database/context.js';
import { slugOrNotFound } from '../../platform/http/names.js';
import { Acting } from '../shared/acting.js';
import { DescribesOne, DoesInPartnership } from '../shared/api.js';
import { type ReportPlace, ReportSheets } from '../shared/report-sheets.js';
import { LedgerPosition } from './dto/position.js';
import { LedgerPositionRow } from './dto/position-row.js';
import { PositionReader } from './position.reader.js';
import { positionRows } from './position-rows.js';
import { ReportParameters, readReportQuery } from '../shared/report-query.js';

type Asked = Record<string, unknown>;

@ApiTags('Ledger')
@Controller('api/v1/partnerships/:partnership/ledger/position')
export class PositionController extends ReportSheets('ledger.read', {
  ...{ view: LedgerPositionRow, name: 'position', says: 'what the ledger comes to', asks: ReportParameters },
  holds: 'A row for each partner, each fund and each line, with the day that it is as at.',
}) {
  constructor(private readonly positions: PositionReader) {
    super();
  }

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

  protected async rows(context: Context, { partnership }: ReportPlace, query: Asked) {
    const asked = readReportQuery(query);
    return positionRows(await this.positions.read(context, partnership, asked), asked.fund);
  }
}
