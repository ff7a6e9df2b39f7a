import { Body, Get, Inject, Param, Post, Query, Res, type Type } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Context, within } from '../../platform/database/context.js';
import type { Listing } from '../../platform/database/listing.js';
import { BodyPipe } from '../../platform/http/body.pipe.js';
import { slugOrNotFound, uuidOrNotFound } from '../../platform/http/names.js';
import type { Action, RecordName } from '../access/permissions.js';
import { Acting } from './acting.js';
import { DescribesAdd, DescribesList, DescribesOne, DoesInPartnership } from './api.js';
import { IdempotencyKey } from './idempotency-key.js';
import { Once } from './once.js';
import type { Listed, RecordReader } from './record-kind.js';
import { SheetRoutes } from './sheet-routes.js';

/** The verb that adds one kind of record. */
export interface Adds<A, S> {
  run(context: Context, partnership: string, given: A): Promise<S>;
}

/** What the routes ask of a reader. */
type Reads<S> = Pick<RecordReader<never, S>, 'list' | 'allIn' | 'find' | 'unlessNotThere'>;

interface Actions {
  readonly read: Action;
  readonly add: Action;
}

export function actionsOf(record: RecordName | Actions): Actions {
  return typeof record === 'string' ? { read: `${record}.read`, add: `${record}.add` } : record;
}

export interface Routes<A extends object, S extends object> {
  /** What the table of permissions calls it, or what reading and adding one are called there. */
  readonly record: RecordName | Actions;
  readonly add: Type<A>;
  readonly view: Type<S>;
  /** What reading one answers, where that says more than a list and the answer to adding do. */
  readonly whole?: Type<S>;
  readonly listing: Listing;
  /** What one is called, with its article, and what several are called. */
  readonly one: string;
  readonly many: string;
  readonly says?: string;
}

type Place = Record<'partnership' | 'id', string>;
type Asked = Record<string, unknown>;

/** List, read and add one kind of record of a partnership: the same three routes for every kind. */
export function RecordRoutes<A extends object, S extends { id: string }>(of: Routes<A, S>) {
  const { record, add, view, whole = view, listing } = of;
  const does = actionsOf(record);
  abstract class RecordController extends SheetRoutes<S>(does.read, of) {
    protected abstract override readonly reader: Reads<S>;
    protected abstract readonly adds: Adds<A, S>;
    @Inject(Once) protected readonly once!: Once;

    @Get()
    @DoesInPartnership(does.read)
    @DescribesList(view, listing, `List ${of.many}`)
    list(@Acting() context: Context, @Param() { partnership }: Place, @Query() query: Asked): Promise<Listed<S>> {
      return this.reader.list(context, slugOrNotFound(partnership), query);
    }

    @Get(':id')
    @DoesInPartnership(does.read)
    @DescribesOne(whole, `Read ${of.one}`)
    read(@Acting() context: Context, @Param() { partnership, id }: Place): Promise<S> {
      return this.reader.find(context, slugOrNotFound(partnership), uuidOrNotFound(id));
    }

    @Post()
    @DoesInPartnership(does.add)
    @DescribesAdd(add, view, `Add ${of.one}`, of.says)
    async add(
      @Acting() context: Context,
      @Param() { partnership }: Place,
      @IdempotencyKey() key: string,
      @Body(new BodyPipe(add)) body: A,
      @Res({ passthrough: true }) reply: FastifyReply,
    ): Promise<S> {
      const here = within(context, slugOrNotFound(partnership));
      const work = (inside: Context) => this.adds.run(inside, here.partnership, body);
      return this.reader.unlessNotThere(here, this.once.create(here, { key, body, reply }, work));
    }
  }
  return RecordController;
}
