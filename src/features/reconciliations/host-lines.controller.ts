import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Context } from '../../platform/database/context.js';
import { slugOrNotFound, uuidOrNotFound } from '../../platform/http/names.js';
import { Acting } from '../shared/acting.js';
import { DescribesList, DescribesOne, DoesInPartnership } from '../shared/api.js';
import type { Listed } from '../shared/record-kind.js';
import { SheetRoutes } from '../shared/sheet-routes.js';
import { HostLine } from './dto/host-line.js';
import { HostLineReader, hostLineListing } from './host-line.reader.js';

@ApiTags('Host’s ledger')
@Controller('api/v1/partnerships/:partnership/ledger/host-lines')
export class HostLinesController extends SheetRoutes<HostLine>('reconciliation.read', {
  view: HostLine,
  listing: hostLineListing,
  many: 'lines of the host’s own ledger',
}) {
  constructor(protected readonly reader: HostLineReader) {
    super();
  }

  @Get()
  @DoesInPartnership('reconciliation.read')
  @DescribesList(HostLine, hostLineListing, 'List lines of the host’s own ledger')
  list(
    @Acting() context: Context,
    @Param('partnership') partnership: string,
    @Query() query: Record<string, unknown>,
  ): Promise<Listed<HostLine>> {
    return this.reader.list(context, slugOrNotFound(partnership), query);
  }

  @Get(':id')
  @DoesInPartnership('reconciliation.read')
  @DescribesOne(HostLine, 'Read one line of the host’s own ledger')
  read(
    @Acting() context: Context,
    @Param() { partnership, id }: Record<'partnership' | 'id', string>,
  ): Promise<HostLine> {
    return this.reader.find(context, slugOrNotFound(partnership), uuidOrNotFound(id));
  }
}
