import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Does } from '../../features/access/does.js';
import { InstallationReader } from '../../features/access/installation.reader.js';
import { type ProviderLink, ProvidersReader } from '../../features/federation/providers.reader.js';
import { type Started, StartSignIn } from '../../features/sign-in/start-sign-in.js';
import { ownPath } from '../../platform/http/own-path.js';
import { field } from '../../platform/http/pages/forms.js';
import { problemKinds } from '../../platform/http/problem.js';
import { callerOf, enter, keepHalf } from '../shared/cookies.js';
import { type SignInFault, signInPage } from './sign-in.view-model.js';

interface Shown {
  readonly next: string;
  readonly why?: string;
  readonly leave?: ProviderLink | undefined;
  readonly name?: string;
  readonly fault?: SignInFault;
}

@ApiExcludeController()
@Controller('sign-in')
export class SignInPageController {
  constructor(
    private readonly start: StartSignIn,
    private readonly providers: ProvidersReader,
    private readonly installation: InstallationReader,
  ) {}

  @Get()
  @Does('sign-in.use')
  async show(
    @Query() { next, why, from }: Record<string, unknown>,
    @Req() { visitor }: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (visitor && why !== 'timed-out') return void reply.redirect(ownPath(next), 303);
    const leave = why === 'signed-out' ? this.providers.leaving(from) : undefined;
    await this.page(reply, { next: ownPath(next), leave, ...(typeof why === 'string' ? { why } : {}) });
  }

  @Post()
  @Does('sign-in.use')
  async take(@Body() form: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const [name, password] = [field(form, 'name'), field(form, 'password')];
    const next = ownPath(field(form, 'next'));
    if (name.trim() === '' || password === '') {
      const fault = { kind: 'missing', name: name.trim() === '', password: password === '' } as const;
      return this.page(reply, { next, name, fault });
    }
    const recoveryCode = field(form, 'recoveryCode').trim();
    const started = await this.start.run({ name, password, recoveryCode }, callerOf(request));
    await this.answer(reply, started, { next, name }, recoveryCode !== '');
  }

  private async answer(reply: FastifyReply, started: Started, shown: Shown, withRecovery: boolean): Promise<void> {
    const next = encodeURIComponent(shown.next);
    switch (started.kind) {
      case 'signed-in':
        enter(reply, started);
        return void reply.redirect(`/choose-capacity?next=${next}`, 303);
      case 'code-needed':
        keepHalf(reply, started.half);
        return void reply.redirect(`/sign-in/code?next=${next}`, 303);
      case 'wait':
        void reply.header('retry-after', String(started.seconds));
        return this.page(reply, { ...shown, fault: started });
      case 'wrong':
        return this.page(reply, { ...shown, fault: { kind: withRecovery ? 'recovery-wrong' : 'wrong' } });
    }
  }

  private async page(reply: FastifyReply, shown: Shown): Promise<void> {
    const providers = this.providers.list();
    const demonstration = await this.installation.isDemonstration();
    if (shown.fault) {
      const kind = shown.fault.kind === 'wait' ? 'too-many-attempts' : 'invalid';
      void reply.status(problemKinds[kind].status);
    }
    void reply.view('sign-in/sign-in.njk', signInPage({ ...shown, providers, demonstration }));
  }
}
