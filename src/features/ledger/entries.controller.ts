import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Context } from '../../platform/database/context.js';
import { slugOrNotFound, uuidOrNotFound } from '../../platform/http/names.js';
import { Acting } from '../shared/acting.js';
import { DescribesList, DescribesOne, DoesInPartnership } from '../shared/api.js';
import { SheetRoutes } from '../shared/sheet-routes.js';
import type { Listed } from '../shared/record-kind.js';
import { LedgerEntry } from './dto/entry.js';
import { EntryReader, entryListing } from './entry.reader.js';

@ApiTags('Ledger')
@Controller('api/v1/partnerships/:partnership/ledger/entries')
export class EntriesController extends SheetRoutes<LedgerEntry>('ledger.read', {
  view: LedgerEntry,
  listing: entryListing,
  many: 'what was posted to the ledger',
}) {
  constructor(protected readonly reader: EntryReader) {
    super();
  }

  @Get()
  @DoesInPartnership('ledger.read')
  @DescribesList(LedgerEntry, entryListing, 'List what was posted to the ledger')
  list(
    @Acting() context: Context,
    @Param('partnership') partnership: string,
    @Query() query: Record<string, unknown>,
  ): Promise<Listed<LedgerEntry>> {
    return this.reader.list(context, slugOrNotFound(partnership), query);
  }

  @Get(':id')
  @DoesInPartnership('ledger.read')
  @DescribesOne(LedgerEntry, 'Read one entry of the ledger with its lines')
  read(
    @Acting() context: Context,
    @Param() { partnership, id }: Record<'partnership' | 'id', string>,
  ): Promise<LedgerEntry> {
    return this.reader.find(context, slugOrNotFound(partnership), uuidOrNotFound(id));
  }
}
