import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Context } from '../../platform/database/context.js';
import { slugOrNotFound } from '../../platform/http/names.js';
import { Acting } from '../shared/acting.js';
import { DescribesList, DoesInPartnership } from '../shared/api.js';
import type { Listed } from '../shared/record-kind.js';
import { SheetRoutes } from '../shared/sheet-routes.js';
import { Spending } from './dto/spending.js';
import { SpendingReader, spendingListing } from './spending.reader.js';

/** Spending as a list and as files that import back; it is proposed as a draft, or many at once by an import. */
@ApiTags('Ledger')
@Controller('api/v1/partnerships/:partnership/ledger/spending')
export class SpendingController extends SheetRoutes<Spending>('ledger.read', {
  view: Spending,
  listing: spendingListing,
  many: 'spending',
}) {
  constructor(protected readonly reader: SpendingReader) {
    super();
  }

  @Get()
  @DoesInPartnership('ledger.read')
  @DescribesList(Spending, spendingListing, 'List spending, budget line by budget line')
  list(
    @Acting() context: Context,
    @Param('partnership') partnership: string,
    @Query() query: Record<string, unknown>,
  ): Promise<Listed<Spending>> {
    return this.reader.list(context, slugOrNotFound(partnership), query);
  }
}
