import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Context } from '../../platform/database/context.js';
import { slugOrNotFound, uuidOrNotFound } from '../../platform/http/names.js';
import { Acting } from '../shared/acting.js';
import { DescribesFile, DescribesList, DoesInPartnership } from '../shared/api.js';
import { type SheetForm, sheetFile, sheetTypes } from '../shared/export-records.js';
import { IMPORT_KINDS, type ImportKind } from '../shared/import-kind.js';
import { ImportedRow } from './dto/imported-row.js';
import { ImportRowsReader, importRowsListing } from './import-rows.reader.js';
import { kindNamed } from './sent.js';
import { shownColumns, shownRow } from './show-rows.js';

type Place = Record<'partnership' | 'id', string>;
type Asked = Record<string, unknown>;
const says = 'Exactly the rows that the digest of the import is of.';

/** What an import would add, row by row: what somebody else looks at before they approve it. */
@ApiTags('Imports')
@Controller('api/v1/partnerships/:partnership/imports/:id')
export class ImportRowsController {
  constructor(
    private readonly reader: ImportRowsReader,
    @Inject(IMPORT_KINDS) private readonly kinds: readonly ImportKind[],
  ) {}

  @Get('rows')
  @DoesInPartnership('import.read')
  @DescribesList(ImportedRow, importRowsListing, 'List the rows that an import would add')
  async list(@Acting() context: Context, @Param() { partnership, id }: Place, @Query() query: Asked) {
    const { of, found } = await this.reader.rowsOf(context, slugOrNotFound(partnership), uuidOrNotFound(id), query);
    const kind = kindNamed(this.kinds, of.kind);
    const names = shownColumns(kind).map(({ name }) => name);
    const items = found.items.map((row) => {
      const cells = shownRow(kind, row);
      return { id: row.id, row: row.row, fields: Object.fromEntries(names.map((name, at) => [name, cells[at]])) };
    });
    return { items, next: found.next };
  }

  @Get('rows.csv')
  @DoesInPartnership('import.read')
  @DescribesFile('text/csv', 'Download the rows that an import would add as CSV', says)
  csv(@Acting() context: Context, @Param() place: Place, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.file(context, place, 'csv', reply);
  }

  @Get('rows.xlsx')
  @DoesInPartnership('import.read')
  @DescribesFile(sheetTypes.xlsx, 'Download the rows that an import would add as XLSX', says)
  xlsx(@Acting() context: Context, @Param() place: Place, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.file(context, place, 'xlsx', reply);
  }

  private async file(context: Context, { partnership, id }: Place, form: SheetForm, reply: FastifyReply) {
    const { of, all } = await this.reader.allRowsOf(context, slugOrNotFound(partnership), uuidOrNotFound(id));
    const kind = kindNamed(this.kinds, of.kind);
    const rows = all.map((row) => shownRow(kind, row));
    void reply
      .type(sheetTypes[form])
      .header('content-disposition', `attachment; filename="${partnership}-${of.kind}-to-add.${form}"`);
    return sheetFile(form, { name: of.kind, columns: shownColumns(kind), rows });
  }
}
