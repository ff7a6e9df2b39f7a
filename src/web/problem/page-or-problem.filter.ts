import { type ArgumentsHost, Catch, type ExceptionFilter, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Doorkeeper } from '../../features/access/doorkeeper.js';
import { ownPath } from '../../platform/http/own-path.js';
import { FORM_TYPE, isPage } from '../../platform/http/pages/forms.js';
import { type ProblemKind, problemKinds } from '../../platform/http/problem.js';
import { ProblemFilter, sayWhenAgain } from '../../platform/http/problem.filter.js';
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
    const way = asks(request) ? wayOn(refused.kind, request.url) : undefined;
    if (way !== undefined) return void reply.redirect(way, 303);
    sayWhenAgain(refused, reply);
    const sent = asks(request) ? undefined : { body: request.body, back: pageBefore(request) };
    const page = problemPage(refused, request.id, sent);
    void reply.status(problemKinds[refused.kind].status).view('problem/problem.njk', page);
  }
}

/** Pages, and the forms on them; programs that send something else to a page's address are answered as programs. */
function isForPeople(request: FastifyRequest): boolean {
  return isPage(request) && (asks(request) || (request.headers['content-type'] ?? '').startsWith(FORM_TYPE));
}

/** Where one may go on to what was asked for; nothing where there is no such place. */
function wayOn(kind: ProblemKind, url: string): string | undefined {
  const next = encodeURIComponent(ownPath(url));
  if (kind === 'unauthenticated') return `/sign-in?why=needed&next=${next}`;
  return kind === 'capacity-needed' ? `/choose-capacity?next=${next}` : undefined;
}

function asks({ method }: FastifyRequest): boolean {
  return method === 'GET' || method === 'HEAD';
}

/** The page that a form was on, as far as the browser says. */
function pageBefore({ headers }: FastifyRequest): string {
  const { referer = '' } = headers;
  if (!URL.canParse(referer)) return ownPath(undefined);
  const { pathname, search } = new URL(referer);
  return ownPath(`${pathname}${search}`);
}
