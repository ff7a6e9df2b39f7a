import { Body, Param, Post, Req, Res, type Type } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Does } from '../../features/access/does.js';
import type { Action } from '../../features/access/permissions.js';
import { Acting } from '../../features/shared/acting.js';
import type { Context } from '../../platform/database/context.js';
import { BodyPipe } from '../../platform/http/body.pipe.js';
import { slugOrNotFound, uuidOrNotFound } from '../../platform/http/names.js';
import type { Visitor } from '../visitor/visitor.js';
import { asItIs, filled } from './filled.js';
import type { Typed } from './inputs.js';
import { putRight, type Saying } from './put-right.js';

/** What is decided about, and in which partnership. */
export type Decided = Record<'partnership' | 'id', string>;

interface Deciding<A extends object, R extends object> {
  readonly action: Action;
  readonly approval: Type<A>;
  readonly rejection: Type<R>;
  /** What a rejection says of where it comes from: there is no document but the page itself. */
  readonly onThePage: string;
  readonly says: Saying;
  /** What the page calls a field, where it has other forms beside this one. */
  readonly nameOf?: (field: string) => string;
  readonly view: string;
  /** Where whoever has decided goes on. */
  readonly then: (place: Decided) => string;
}

interface Visit {
  readonly form: unknown;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

abstract class Decides<A extends object, R extends object> {
  protected abstract readonly of: Deciding<A, R>;
  protected abstract run(context: Context, place: Decided, given: A | R): Promise<unknown>;
  /** What the page shows as it stands now, with what has to be put right. */
  protected abstract page(
    context: Context,
    place: Decided,
    visitor: Visitor | undefined,
    typed: Typed,
  ): Promise<object>;

  /** Decides and shows what becomes of it; or shows it as it stands now, with what has to be put right. */
  protected async decide(context: Context, at: Decided, visit: Visit, given: () => Promise<A | R>): Promise<void> {
    const { says, nameOf = asItIs, view, then } = this.of;
    const { form, request, reply } = visit;
    const place = { partnership: slugOrNotFound(at.partnership), id: uuidOrNotFound(at.id) };
    try {
      await this.run(context, place, await given());
      void reply.redirect(then(place), 303);
    } catch (thrown) {
      const { status, errors } = putRight(thrown, says);
      const typed = { values: filled(form, ['source', 'reason'].map(nameOf)), errors };
      void reply.status(status).view(view, await this.page(context, place, request.visitor, typed));
    }
  }
}

/** Approving and rejecting on a page what somebody else has asked for. */
export function DecidePages<A extends object, R extends object>(of: Deciding<A, R>) {
  const { action, onThePage, nameOf } = of;
  const [approval, rejection] = [new BodyPipe(of.approval), new BodyPipe(of.rejection)];
  abstract class DecidePageController extends Decides<A, R> {
    protected readonly of = of;

    @Post('approvals')
    @Does(action)
    approve(
      @Acting() context: Context,
      @Param() place: Decided,
      @Body() form: unknown,
      @Req() request: FastifyRequest,
      @Res() reply: FastifyReply,
    ): Promise<void> {
      const given = filled(form, ['digest', 'source'], nameOf);
      return this.decide(context, place, { form, request, reply }, () => approval.transform(given));
    }

    @Post('rejections')
    @Does(action)
    reject(
      @Acting() context: Context,
      @Param() place: Decided,
      @Body() form: unknown,
      @Req() request: FastifyRequest,
      @Res() reply: FastifyReply,
    ): Promise<void> {
      const given = { ...filled(form, ['digest', 'reason'], nameOf), source: onThePage };
      return this.decide(context, place, { form, request, reply }, () => rejection.transform(given));
    }
  }
  return DecidePageController;
}
