import { Body, Get, Inject, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Context, within } from '../../platform/database/context.js';
import { BodyPipe } from '../../platform/http/body.pipe.js';
import { slugOrNotFound } from '../../platform/http/names.js';
import { Does } from '../access/does.js';
import { Acting } from './acting.js';
import { DescribesAdd, DescribesList, DescribesOne } from './api.js';
import type { Listed, RecordReader } from './record-kind.js';
import { IdempotencyKey } from './idempotency-key.js';
import { Once } from './once.js';
import { actionsOf, type Routes } from './record-routes.js';
import { NamedSheetRoutes } from './sheet-routes.js';

/** The verb that adds one kind of record that stands by itself, under a name that whoever adds it chooses. */
interface AddsNamed<A, S> {
  run(context: Context, given: A): Promise<S>;
}

type ReadsNamed<S> = Pick<RecordReader<never, S>, 'listAll' | 'everyOne' | 'findByName'>;

interface NamedOnes<A extends object, S extends object> extends Routes<A, S> {
  /** The partnership that one is recorded in: `*` for none. */
  readonly placeOf: (given: A) => string;
}

type Asked = Record<string, unknown>;

/** List, read and add one kind of record that is in no partnership: those of `RecordRoutes`, without its partnership. */
export function NamedRoutes<A extends object, S extends { id: string }>({ placeOf, ...of }: NamedOnes<A, S>) {
  const { record, add, view, listing } = of;
  const does = actionsOf(record);
  abstract class NamedController extends NamedSheetRoutes<S>(does.read, of) {
    protected abstract override readonly reader: ReadsNamed<S>;
    protected abstract readonly adds: AddsNamed<A, S>;
    @Inject(Once) private readonly once!: Once;

    @Get()
    @Does(does.read)
    @DescribesList(view, listing, `List ${of.many}`)
    list(@Acting() context: Context, @Query() query: Asked): Promise<Listed<S>> {
      return this.reader.listAll(context, query);
    }

    @Get(':id')
    @Does(does.read)
    @DescribesOne(view, `Read ${of.one}`)
    read(@Acting() context: Context, @Param('id') id: string): Promise<S> {
      return this.reader.findByName(context, slugOrNotFound(id));
    }

    @Post()
    @Does(does.add)
    @DescribesAdd(add, view, `Add ${of.one}`, of.says)
    async add(
      @Acting() context: Context,
      @IdempotencyKey() key: string,
      @Body(new BodyPipe(add)) body: A,
      @Res({ passthrough: true }) reply: FastifyReply,
    ): Promise<S> {
      const there = within(context, placeOf(body));
      return this.once.create(there, { key, body, reply }, (inside) => this.adds.run(inside, body));
    }
  }
  return NamedController;
}
