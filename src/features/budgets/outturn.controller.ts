import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Context } from '../../platform/database/context.js';
import { slugOrNotFound } from '../../platform/http/names.js';
import { Acting } from '../shared/acting.js';
import { DescribesOne, DoesInPartnership } from '../shared/api.js';
import { reopenedCell } from '../shared/reopened.js';
import { type ReportPlace, ReportSheets } from '../shared/report-sheets.js';
import { LedgerOutturn, OutturnLineRow } from './dto/outturn.js';
import { OutturnParameters, readOutturnQuery } from './outturn-query.js';
import { OutturnReader } from './outturn.reader.js';

type Asked = Record<string, unknown>;

@ApiTags('Ledger')
@Controller('api/v1/partnerships/:partnership/ledger/outturn')
export class OutturnController extends ReportSheets('ledger.read', {
  view: OutturnLineRow,
  below: ':year/',
  name: 'outturn',
  says: 'the forecast outturn of a year, line by line',
  asks: OutturnParameters,
}) {
  constructor(private readonly outturns: OutturnReader) {
    super();
  }

  @Get(':year')
  @DoesInPartnership('ledger.read')
  @OutturnParameters()
  @DescribesOne(
    LedgerOutturn,
    'Read what each line of a year was to spend, has spent and is expected to',
    'Forecast outturn is what was spent to the last closed month, or the one that the report states, and what is forecast for the ' +
      'months after. As at any day, as it was known at the end of any day, and by any report; each total is checked against its parts.',
  )
  read(
    @Acting() context: Context,
    @Param() { partnership, year }: Record<'partnership' | 'year', string>,
    @Query() query: Asked,
  ): Promise<LedgerOutturn> {
    return this.outturns.read(context, slugOrNotFound(partnership), readOutturnQuery(year, query));
  }

  protected async rows(context: Context, { partnership, year = '' }: ReportPlace, query: Asked) {
    const found = await this.outturns.read(context, partnership, readOutturnQuery(year, query));
    const { financialYear, fund, asAt, actualsTo, report, reopened } = found;
    const of = {
      financialYear,
      fund,
      asAt,
      actualsTo,
      report: report?.report ?? null,
      reopened: reopenedCell(reopened),
    };
    return found.lines.map((line) => ({ ...line, ...of }));
  }
}
