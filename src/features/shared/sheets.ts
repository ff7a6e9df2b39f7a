import { Get, Param, Query, Res, type Type } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Context } from '../../platform/database/context.js';
import { slugOrNotFound } from '../../platform/http/names.js';
import { Acting } from './acting.js';
import { exportRecords, type SheetForm } from './export-records.js';

/** Where a file is asked for: the partnership, where there is one, and what else its address names. */
export type SheetPlace = Readonly<Record<string, string>>;
export type Asked = Record<string, unknown>;

interface SheetsOf {
  /** What a row says. */
  readonly view: Type;
  /** What stands in the address before the file. */
  readonly below?: string;
  /** What the file is called; by its address, where nothing is said. */
  readonly named?: (place: SheetPlace) => string;
  /** Made anew for each form: a decorator of the reference keeps what it has decorated. */
  readonly does: () => MethodDecorator;
  /** The reference entry of one form of it. */
  readonly describes: (form: SheetForm) => MethodDecorator;
}

/** Rows as a file of each form, beside where they are shown, for whoever may read them there. */
export function Sheets({ view, below = '', named, does, describes }: SheetsOf) {
  abstract class SheetController {
    protected abstract rows(context: Context, place: SheetPlace, query: Asked): Promise<readonly object[]>;

    @Get(`${below}all.csv`)
    @does()
    @describes('csv')
    csv(
      @Acting() context: Context,
      @Param() place: SheetPlace,
      @Query() query: Asked,
      @Res({ passthrough: true }) reply: FastifyReply,
    ) {
      return this.file('csv', context, place, query, reply);
    }

    @Get(`${below}all.xlsx`)
    @does()
    @describes('xlsx')
    xlsx(
      @Acting() context: Context,
      @Param() place: SheetPlace,
      @Query() query: Asked,
      @Res({ passthrough: true }) reply: FastifyReply,
    ) {
      return this.file('xlsx', context, place, query, reply);
    }

    private file(form: SheetForm, context: Context, place: SheetPlace, query: Asked, reply: FastifyReply) {
      const { partnership } = place;
      const of = partnership === undefined ? '' : slugOrNotFound(partnership);
      const rows = this.rows(context, place, query);
      return exportRecords(rows, { view, form, reply, place: of, named: named?.(place) });
    }
  }
  return SheetController;
}
