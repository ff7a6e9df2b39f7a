import { Get, Param, Query, Res, type Type } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Context } from '../../platform/database/context.js';
import { slugOrNotFound } from '../../platform/http/names.js';
import type { Action } from '../access/permissions.js';
import { Acting } from './acting.js';
import { DescribesFile, DoesInPartnership } from './api.js';
import { exportRecords } from './export-records.js';

/** Where a report is asked for: its partnership, and what else its address names. */
export type ReportPlace = Readonly<Record<string, string>> & { readonly partnership: string };
type Asked = Record<string, unknown>;

interface SheetOfReport {
  /** What a row says. */
  readonly view: Type;
  /** What stands in the address before the file, where the address names more than the partnership: ":year/". */
  readonly below?: `:${string}/`;
  readonly name: string;
  readonly says: string;
  /** What else a method of a report says of itself in the reference, such as its parameters. */
  readonly asks: () => MethodDecorator;
}

/** The rows of a report as a file, beside the report. */
export function ReportSheets(action: Action, { view, below, name, says, asks }: SheetOfReport) {
  const address = below ?? '';
  abstract class ReportSheetController {
    protected abstract rows(context: Context, place: ReportPlace, query: Asked): Promise<readonly object[]>;

    @Get(`${address}all.csv`)
    @DoesInPartnership(action)
    @asks()
    @DescribesFile('text/csv', `Download ${says} as CSV`)
    csv(
      @Acting() context: Context,
      @Param() place: ReportPlace,
      @Query() query: Asked,
      @Res({ passthrough: true }) reply: FastifyReply,
    ): Promise<Buffer> {
      slugOrNotFound(place.partnership);
      const rows = this.rows(context, place, query);
      return exportRecords(rows, { view, form: 'csv', reply, place: place.partnership, named: name });
    }

    @Get(`${address}all.xlsx`)
    @DoesInPartnership(action)
    @asks()
    @DescribesFile('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', `Download ${says} as XLSX`)
    xlsx(
      @Acting() context: Context,
      @Param() place: ReportPlace,
      @Query() query: Asked,
      @Res({ passthrough: true }) reply: FastifyReply,
    ): Promise<Buffer> {
      slugOrNotFound(place.partnership);
      const rows = this.rows(context, place, query);
      return exportRecords(rows, { view, form: 'xlsx', reply, place: place.partnership, named: name });
    }
  }
  return ReportSheetController;
}
