import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { notFound, type ProblemKind, problemKinds } from '../../platform/http/problem.js';
import { meanings } from './meanings.js';
import { Does } from '../../features/access/does.js';

/** What stands at the `type` of a problem document: a page for a person, JSON for a program. */
@ApiExcludeController()
@Controller('api/problems')
export class ProblemKindsController {
  @Get()
  @Does('reference.read')
  all(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const kinds = (Object.keys(problemKinds) as ProblemKind[]).map(explain);
    answer(request, reply, { items: kinds }, { title: 'What each refusal means', kinds });
  }

  @Get(':kind')
  @Does('reference.read')
  one(@Param('kind') kind: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    if (!Object.hasOwn(problemKinds, kind)) throw notFound();
    const explained = explain(kind as ProblemKind);
    answer(request, reply, explained, { title: explained.title, kinds: [explained], alone: true });
  }
}

interface Explained {
  readonly title: string;
  readonly kinds: readonly object[];
  readonly alone?: true;
}

function explain(kind: ProblemKind) {
  return { type: `/api/problems/${kind}`, ...problemKinds[kind], ...meanings[kind] };
}

function answer(request: FastifyRequest, reply: FastifyReply, json: object, { title, ...rest }: Explained): void {
  void reply.header('vary', 'accept');
  const wantsPage = (request.headers.accept ?? '').includes('text/html');
  if (wantsPage) void reply.view('problem/problem-kinds.njk', { page: { title, section: 'api' }, ...rest });
  else void reply.send(json);
}
