import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Does } from '../../features/access/does.js';
import { type Finished, FinishSignIn } from '../../features/sign-in/finish-sign-in.js';
import { ownPath } from '../../platform/http/own-path.js';
import { field } from '../../platform/http/pages/forms.js';
import { problemKinds } from '../../platform/http/problem.js';
import { callerOf, enter, halfOf } from '../shared/cookies.js';
import { type CodeFault, codePage } from './code.view-model.js';

interface Shown {
  readonly next: string;
  readonly recovery: boolean;
}

@ApiExcludeController()
@Controller('sign-in/code')
export class CodePageController {
  constructor(private readonly finish: FinishSignIn) {}

  @Get()
  @Does('sign-in.use')
  show(@Query() query: Record<string, unknown>, @Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const shown = { next: ownPath(query['next']), recovery: query['with'] === 'recovery-code' };
    if (halfOf(request) === undefined) startAgain(reply, shown);
    else page(reply, shown);
  }

  @Post()
  @Does('sign-in.use')
  async take(@Body() form: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const recovery = field(form, 'with') === 'recovery-code';
    const shown = { next: ownPath(field(form, 'next')), recovery };
    const half = halfOf(request);
    if (half === undefined) {
      startAgain(reply, shown);
      return;
    }
    const typed = field(form, recovery ? 'recoveryCode' : 'code').trim();
    if (typed === '') {
      page(reply, shown, 'missing');
      return;
    }
    const caller = callerOf(request);
    const finished = recovery
      ? await this.finish.byRecoveryCode(half, typed, caller)
      : await this.finish.byCode(half, typed, caller);
    answer(reply, finished, shown);
  }
}

function answer(reply: FastifyReply, finished: Finished, shown: Shown): void {
  switch (finished.kind) {
    case 'signed-in':
      enter(reply, finished);
      return void reply.redirect(`/choose-capacity?next=${encodeURIComponent(shown.next)}`, 303);
    case 'over': {
      startAgain(reply, shown);
      return;
    }
    case 'wait':
      void reply.header('retry-after', String(finished.seconds));
      {
        page(reply, shown, finished);
        return;
      }
    case 'wrong': {
      page(reply, shown, 'wrong');
      return;
    }
  }
}

function startAgain(reply: FastifyReply, { next }: Shown): void {
  void reply.redirect(`/sign-in?why=over&next=${encodeURIComponent(next)}`, 303);
}

function page(reply: FastifyReply, shown: Shown, fault?: CodeFault): void {
  if (fault !== undefined) {
    const kind = typeof fault === 'object' ? 'too-many-attempts' : 'invalid';
    void reply.status(problemKinds[kind].status);
  }
  void reply.view('sign-in/code.njk', codePage({ ...shown, fault }));
}
