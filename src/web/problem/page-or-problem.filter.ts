import { type ArgumentsHost, Catch, type ExceptionFilter, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Doorkeeper } from '../../features/access/doorkeeper.js';
import { problemKinds } from '../../platform/http/problem.js';
import { ProblemFilter } from '../../platform/http/problem.filter.js';
import { problemPage } from './problem.view-model.js';

/** What goes wrong at a page's address is told on a page; everywhere else in a problem document. */
@Catch()
@Injectable()
export class PageOrProblemFilter implements ExceptionFilter {
  constructor(
    private readonly problems: ProblemFilter,
    private readonly doorkeeper: Doorkeeper,
  ) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const [request, reply] = [http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>()];
    this.doorkeeper
      .hear(thrown, request)
      .then((heard) => this.tell(heard, request, reply))
      .catch((fault: unknown) => this.problems.answer(fault, request, reply));
  }

  private tell(thrown: unknown, request: FastifyRequest, reply: FastifyReply): void {
    if (isForPeople(request)) this.page(thrown, request, reply);
    else this.problems.answer(thrown, request, reply);
  }

  private page(thrown: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const refused = this.problems.refusal(thrown, request);
    if (refused.kind === 'unavailable') void reply.header('retry-after', '1');
    void reply.status(problemKinds[refused.kind].status).view('problem/problem.njk', problemPage(refused, request.id));
  }
}

/** Everything but the API, the health checks and whatever sends rather than asks. */
function isForPeople({ url, method }: FastifyRequest): boolean {
  return (method === 'GET' || method === 'HEAD') && !/^\/(api|health|assets)(\/|\?|$)/.test(url);
}
