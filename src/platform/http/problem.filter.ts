import { type ArgumentsHost, Catch, type ExceptionFilter, Inject, Injectable, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ProblemDocument, problemKinds, Refused } from './problem.js';
import { type ConstraintWords, isDenial, toRefusal } from './to-problem.js';

export const CONSTRAINT_WORDS = 'CONSTRAINT_WORDS';

/** Turns whatever is thrown into a problem document; the cause of a fault of ours goes to the log, never out. */
@Catch()
@Injectable()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  constructor(@Inject(CONSTRAINT_WORDS) private readonly words: Readonly<Record<string, ConstraintWords>>) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(thrown, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  answer(thrown: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const refused = this.refusal(thrown, request);
    sayWhenAgain(refused, reply);
    if (refused.kind === 'unauthenticated') void reply.header('www-authenticate', 'Bearer realm="Poolkeeper"');
    void reply
      .status(problemKinds[refused.kind].status)
      .header('cache-control', 'no-store')
      .type('application/problem+json; charset=utf-8')
      .send(document(refused, request.id));
  }

  /** The refusal, logged when it is ours. */
  refusal(thrown: unknown, request: FastifyRequest): Refused {
    const refused = orInstead(toRefusal(thrown, this.words), request);
    request.denied = isDenial(thrown);
    if (refused.kind === 'internal' || refused.kind === 'unavailable') {
      this.logger.error({ requestId: request.id, err: thrown }, refused.message);
    }
    return refused;
  }
}

/** Whoever may not do this is told what they may do instead, where there is something. */
function orInstead(refused: Refused, { routeOptions }: FastifyRequest): Refused {
  const { instead } = routeOptions.config;
  return refused.kind === 'forbidden' && instead !== undefined
    ? new Refused('forbidden', `${refused.message} ${instead}`)
    : refused;
}

/** When it may be tried again, where that is known. */
export function sayWhenAgain({ kind, retryAfter }: Refused, reply: FastifyReply): void {
  const seconds = retryAfter ?? (kind === 'unavailable' ? 1 : undefined);
  if (seconds !== undefined) void reply.header('retry-after', String(seconds));
}

export function document({ kind, message, errors }: Refused, requestId: string): ProblemDocument {
  const { status, title } = problemKinds[kind];
  const listed = errors.length > 0 ? { errors } : {};
  return {
    type: `/api/problems/${kind}`,
    title,
    status,
    detail: message,
    instance: `urn:uuid:${requestId}`,
    ...listed,
  };
}
