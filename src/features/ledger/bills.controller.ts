import { applyDecorators, Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Context } from '../../platform/database/context.js';
import { slugOrNotFound, uuidOrNotFound } from '../../platform/http/names.js';
import { Acting } from '../shared/acting.js';
import { DescribesFilters, DescribesList, DescribesOne, DoesInPartnership } from '../shared/api.js';
import type { Listed } from '../shared/record-kind.js';
import { reopenedCell } from '../shared/reopened.js';
import { type ReportPlace, ReportSheets } from '../shared/report-sheets.js';
import { billListing } from './bill.query.js';
import { BillReader } from './bill.reader.js';
import { LedgerBill, LedgerBillRow, LedgerBillWithHistory } from './dto/bill.js';
import { asAtAndKnownAt, DayParameters, readDays } from './days-asked.js';

type Asked = Record<string, unknown>;

const SheetAsked = () => applyDecorators(DayParameters(), DescribesFilters(billListing));

@ApiTags('Ledger')
@Controller('api/v1/partnerships/:partnership/ledger/bills')
export class BillsController extends ReportSheets('ledger.read', {
  ...{ view: LedgerBillRow, name: 'bills', says: 'what partners are billed', asks: SheetAsked },
}) {
  constructor(private readonly bills: BillReader) {
    super();
  }

  @Get()
  @DoesInPartnership('ledger.read')
  @DayParameters()
  @DescribesList(LedgerBill, billListing, 'List what partners are billed, and where each bill stands')
  list(
    @Acting() context: Context,
    @Param('partnership') partnership: string,
    @Query() query: Asked,
  ): Promise<Listed<LedgerBill>> {
    return this.bills.list(context, slugOrNotFound(partnership), query);
  }

  @Get(':id')
  @DoesInPartnership('ledger.read')
  @DayParameters()
  @DescribesOne(LedgerBillWithHistory, 'Read one bill with all that happened to it')
  async read(
    @Acting() context: Context,
    @Param() { partnership, id }: Record<'partnership' | 'id', string>,
    @Query() query: Asked,
  ): Promise<LedgerBillWithHistory> {
    readDays(query, asAtAndKnownAt, 'alone');
    return this.bills.find(context, slugOrNotFound(partnership), uuidOrNotFound(id), query);
  }

  protected async rows(
    context: Context,
    { partnership }: ReportPlace,
    query: Asked,
  ): Promise<readonly LedgerBillRow[]> {
    const bills = await this.bills.allIn(context, partnership, query);
    return bills.map((bill) => ({ ...bill, reopened: reopenedCell(bill.reopened) }));
  }
}
