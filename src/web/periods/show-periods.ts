import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../../platform/database/context.js';
import { Ids } from '../../platform/ids/ids.js';
import { blank } from '../shared/inputs.js';
import type { Visitor } from '../visitor/visitor.js';
import { PeriodsScreen } from './periods.screen.js';
import { periodsPage, type PeriodsTyped } from './periods.view-model.js';

interface Answering {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly status: number;
}

/** Shows the months of a ledger; again, with what has to be put right, where a form was refused. */
@Injectable()
export class ShowPeriods {
  constructor(
    private readonly screen: PeriodsScreen,
    private readonly ids: Ids,
  ) {}

  async page(context: Context, id: string, visitor: Visitor | undefined, typed: Partial<PeriodsTyped> = {}) {
    const place = await this.screen.place(context, id);
    const known = await this.screen.known(context, id);
    const toFreeze = await this.screen.toFreeze(context, id, known);
    const looking = { council: visitor?.authority, keys: { close: this.ids.next(), ask: this.ids.next() } };
    return periodsPage(place, known, toFreeze, { close: blank, ask: blank, decide: blank, ...typed }, looking);
  }

  async again(context: Context, id: string, { request, reply, status }: Answering, typed: Partial<PeriodsTyped>) {
    void reply.status(status).view('periods/periods.njk', await this.page(context, id, request.visitor, typed));
  }
}
