import { HttpException, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Context, everyPartnership, within } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import { isSlug } from '../../platform/http/names.js';
import { type ProblemKind, Refused, unauthenticated } from '../../platform/http/problem.js';
import { permittedTo } from './permissions.js';
import { SessionReader } from './session.reader.js';

const anything = statement('select 1');

/** What is said of a request before anybody has asked the database who sends it. */
const early: ReadonlySet<ProblemKind> = new Set<ProblemKind>([
  ...(['malformed', 'not-found', 'too-large', 'unsupported-media-type', 'invalid', 'conflict'] as const),
]);

/**
 * Whoever may not do a thing at all is told that, and not what is wrong with how they asked. The database says who may with
 * its first question; where a request is refused before there was one, it is asked here. What goes well pays nothing for it.
 */
@Injectable()
export class Doorkeeper {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionReader,
  ) {}

  /** What to tell: that whoever asks may not, or what was thrown. */
  async hear(thrown: unknown, request: FastifyRequest): Promise<unknown> {
    const { acting } = request;
    if (!acting || !isEarly(thrown)) return thrown;
    return this.mayAsk(within(acting, placeOf(request))).then(
      () => thrown,
      (refusal: unknown) => refusal,
    );
  }

  private async mayAsk(context: Context): Promise<void> {
    if (permittedTo(context.action) !== 'signed-in') await this.database.questions(context).one(anything);
    else if (!(await this.sessions.who(context.ticket))) throw unauthenticated();
  }
}

/** A refusal of ours; what the database itself refused it did with the context open. */
function isEarly(thrown: unknown): boolean {
  if (thrown instanceof Refused) return early.has(thrown.kind);
  const { statusCode } = (thrown ?? {}) as { readonly statusCode?: unknown };
  const status = thrown instanceof HttpException ? thrown.getStatus() : statusCode;
  return typeof status === 'number' && status < 500;
}

/** The partnership in the address; one that cannot be names none, so that it is not there. */
function placeOf({ params }: FastifyRequest): string {
  const { partnership } = (params ?? {}) as { readonly partnership?: string };
  if (partnership === undefined) return everyPartnership;
  return isSlug(partnership) ? partnership : '';
}
