import { Body, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Context } from '../../platform/database/context.js';
import { BodyPipe } from '../../platform/http/body.pipe.js';
import { slugOrNotFound } from '../../platform/http/names.js';
import { Does } from '../access/does.js';
import { Acting } from './acting.js';
import { DescribesAdd, DescribesList, DescribesOne } from './api.js';
import type { Listed, RecordReader } from './record-kind.js';
import { type Routes, sayWhere } from './record-routes.js';

/** The verb that adds one kind of record that stands by itself, under a name that whoever adds it chooses. */
interface AddsNamed<A, S> {
  run(context: Context, given: A): Promise<S>;
}

type ReadsNamed<S> = Pick<RecordReader<never, S>, 'listAll' | 'findByName'>;

/** List, read and add one kind of record that is in no partnership: those of `RecordRoutes`, without its partnership. */
export function NamedRoutes<A extends object, S extends { id: string }>({
  record,
  add,
  view,
  listing,
  ...of
}: Routes<A, S>) {
  abstract class NamedController {
    protected abstract readonly reader: ReadsNamed<S>;
    protected abstract readonly adds: AddsNamed<A, S>;

    @Get()
    @Does(`${record}.read`)
    @DescribesList(view, listing, `List ${of.many}`)
    list(@Acting() context: Context, @Query() query: Record<string, unknown>): Promise<Listed<S>> {
      return this.reader.listAll(context, query);
    }

    @Get(':id')
    @Does(`${record}.read`)
    @DescribesOne(view, `Read ${of.one}`)
    read(@Acting() context: Context, @Param('id') id: string): Promise<S> {
      return this.reader.findByName(context, slugOrNotFound(id));
    }

    @Post()
    @Does(`${record}.add`)
    @DescribesAdd(add, view, `Add ${of.one}`, of.says)
    async add(
      @Acting() context: Context,
      @Body(new BodyPipe(add)) given: A,
      @Res({ passthrough: true }) reply: FastifyReply,
    ): Promise<S> {
      const added = await this.adds.run(context, given);
      sayWhere(reply, added.id);
      return added;
    }
  }
  return NamedController;
}
