import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Context } from '../../platform/database/context.js';
import { slugOrNotFound } from '../../platform/http/names.js';
import { Acting } from '../shared/acting.js';
import { DescribesOne, DoesInPartnership } from '../shared/api.js';
import { LedgerPosition } from './dto/position.js';
import { PositionReader } from './position.reader.js';
import { ReportParameters, readReportQuery } from './report-query.js';

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
    @Query() query: Record<string, unknown>,
  ): Promise<LedgerPosition> {
    return this.positions.read(context, slugOrNotFound(partnership), readReportQuery(query));
  }
}
