import { Body, Get, Param, Post, Query, Res, type Type } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Context } from '../../platform/database/context.js';
import type { Listing } from '../../platform/database/listing.js';
import { BodyPipe } from '../../platform/http/body.pipe.js';
import { slugOrNotFound, uuidOrNotFound } from '../../platform/http/names.js';
import type { RecordName } from '../access/permissions.js';
import { Acting } from './acting.js';
import { DescribesAdd, DescribesList, DescribesOne, DoesInPartnership } from './api.js';
import type { Listed, RecordReader } from './record-kind.js';

/** The verb that adds one kind of record. */
export interface Adds<A, S> {
  run(context: Context, partnership: string, given: A): Promise<S>;
}

/** What the routes ask of a reader. */
type Reads<S> = Pick<RecordReader<never, S>, 'list' | 'find'>;

export interface Routes<A extends object, S extends object> {
  /** What the table of permissions calls it. */
  readonly record: RecordName;
  readonly add: Type<A>;
  readonly view: Type<S>;
  readonly listing: Listing;
  /** What one is called, with its article, and what several are called. */
  readonly one: string;
  readonly many: string;
  readonly says?: string;
}

/** Where the new record now is: beside where it was posted, without what stood after a question mark. */
export function sayWhere(reply: FastifyReply, id: string): void {
  const [list = ''] = reply.request.url.split('?');
  void reply.header('location', `${list}/${id}`);
}

type Place = Record<'partnership' | 'id', string>;
type Asked = Record<string, unknown>;

/** List, read and add one kind of record of a partnership: the same three routes for every kind. */
export function RecordRoutes<A extends object, S extends { id: string }>({
  record,
  add,
  view,
  listing,
  ...of
}: Routes<A, S>) {
  abstract class RecordController {
    protected abstract readonly reader: Reads<S>;
    protected abstract readonly adds: Adds<A, S>;

    @Get()
    @DoesInPartnership(`${record}.read`)
    @DescribesList(view, listing, `List ${of.many}`)
    list(@Acting() context: Context, @Param() { partnership }: Place, @Query() query: Asked): Promise<Listed<S>> {
      return this.reader.list(context, slugOrNotFound(partnership), query);
    }

    @Get(':id')
    @DoesInPartnership(`${record}.read`)
    @DescribesOne(view, `Read ${of.one}`)
    read(@Acting() context: Context, @Param() { partnership, id }: Place): Promise<S> {
      return this.reader.find(context, slugOrNotFound(partnership), uuidOrNotFound(id));
    }

    @Post()
    @DoesInPartnership(`${record}.add`)
    @DescribesAdd(add, view, `Add ${of.one}`, of.says)
    async add(
      @Acting() context: Context,
      @Param('partnership') partnership: string,
      @Body(new BodyPipe(add)) given: A,
      @Res({ passthrough: true }) reply: FastifyReply,
    ): Promise<S> {
      const added = await this.adds.run(context, slugOrNotFound(partnership), given);
      sayWhere(reply, added.id);
      return added;
    }
  }
  return RecordController;
}
