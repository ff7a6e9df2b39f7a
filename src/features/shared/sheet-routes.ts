import { Get, Param, Query, Res, type Type } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Context } from '../../platform/database/context.js';
import type { Listing } from '../../platform/database/listing.js';
import { slugOrNotFound } from '../../platform/http/names.js';
import { Does } from '../access/does.js';
import type { Action } from '../access/permissions.js';
import { Acting } from './acting.js';
import { DescribesSheet, DoesInPartnership } from './api.js';
import { exportRecords } from './export-records.js';
import type { RecordReader } from './record-kind.js';

type Place = Record<'partnership', string>;
type Asked = Record<string, unknown>;

interface SheetOf {
  readonly view: Type;
  readonly listing: Listing;
  readonly many: string;
}

/** Every record of a kind that a partnership has, as a file: beside its list, for whoever may read that. */
export function SheetRoutes<S extends object>(action: Action, { view, listing, many }: SheetOf) {
  abstract class SheetController {
    protected abstract readonly reader: Pick<RecordReader<never, S>, 'allIn'>;

    @Get('all.csv')
    @DoesInPartnership(action)
    @DescribesSheet('csv', listing, `Download ${many} as CSV`)
    csv(
      @Acting() context: Context,
      @Param() { partnership }: Place,
      @Query() query: Asked,
      @Res({ passthrough: true }) reply: FastifyReply,
    ): Promise<Buffer> {
      const all = this.reader.allIn(context, slugOrNotFound(partnership), query);
      return exportRecords(all, { view, form: 'csv', reply, place: partnership });
    }

    @Get('all.xlsx')
    @DoesInPartnership(action)
    @DescribesSheet('xlsx', listing, `Download ${many} as XLSX`)
    xlsx(
      @Acting() context: Context,
      @Param() { partnership }: Place,
      @Query() query: Asked,
      @Res({ passthrough: true }) reply: FastifyReply,
    ): Promise<Buffer> {
      const all = this.reader.allIn(context, slugOrNotFound(partnership), query);
      return exportRecords(all, { view, form: 'xlsx', reply, place: partnership });
    }
  }
  return SheetController;
}

/** The same of a kind that is in no partnership. */
export function NamedSheetRoutes<S extends object>(action: Action, { view, listing, many }: SheetOf) {
  abstract class NamedSheetController {
    protected abstract readonly reader: Pick<RecordReader<never, S>, 'everyOne'>;

    @Get('all.csv')
    @Does(action)
    @DescribesSheet('csv', listing, `Download ${many} as CSV`)
    csv(@Acting() context: Context, @Query() query: Asked, @Res({ passthrough: true }) reply: FastifyReply) {
      return exportRecords(this.reader.everyOne(context, query), { view, form: 'csv', reply, place: '' });
    }

    @Get('all.xlsx')
    @Does(action)
    @DescribesSheet('xlsx', listing, `Download ${many} as XLSX`)
    xlsx(@Acting() context: Context, @Query() query: Asked, @Res({ passthrough: true }) reply: FastifyReply) {
      return exportRecords(this.reader.everyOne(context, query), { view, form: 'xlsx', reply, place: '' });
    }
  }
  return NamedSheetController;
}
