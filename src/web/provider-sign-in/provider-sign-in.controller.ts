import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Does } from '../../features/access/does.js';
import { ProviderAway } from '../../features/federation/bounded-fetch.js';
import { type Finished, FinishProviderSignIn } from '../../features/federation/finish-provider-sign-in.js';
import { LeaveProvider } from '../../features/federation/leave-provider.js';
import type { Provider } from '../../features/federation/provider.js';
import { ProvidersReader } from '../../features/federation/providers.reader.js';
import { StartProviderSignIn } from '../../features/federation/start-provider-sign-in.js';
import { dropSecret, keepSecret, secretIn } from '../../platform/http/cookies.js';
import { ownOrigin } from '../../platform/http/own-origin.js';
import { ownPath } from '../../platform/http/own-path.js';
import { notFound } from '../../platform/http/problem.js';
import { callerOf, enter } from '../shared/cookies.js';
import { failedSignIn } from './provider-sign-in.view-model.js';

/** Knows whoever is on the way to a provider and back. */
const ON_THE_WAY = '__Host-poolkeeper-provider';
const TEN_MINUTES_SECONDS = 600;

/** To a council's own provider, and back from it. */
@ApiExcludeController()
@Controller()
export class ProviderSignInController {
  constructor(
    private readonly providers: ProvidersReader,
    private readonly starts: StartProviderSignIn,
    private readonly finishes: FinishProviderSignIn,
    private readonly leaves: LeaveProvider,
  ) {}

  @Get('sign-in/:provider')
  @Does('sign-in.use')
  async start(
    @Param('provider') id: string,
    @Query('next') next: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const provider = this.known(id);
    try {
      const { to, secret } = await this.starts.run(provider, callbackOf(provider, request), ownPath(next));
      keepSecret(reply, ON_THE_WAY, secret, TEN_MINUTES_SECONDS);
      go(reply, to.href);
    } catch (error) {
      if (!(error instanceof ProviderAway)) throw error;
      fail(reply, provider, { kind: 'away' });
    }
  }

  @Get('sign-in/:provider/callback')
  @Does('sign-in.use')
  async finish(
    @Param('provider') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const provider = this.known(id);
    const [, query = ''] = request.url.split(/\?(.*)/s);
    const finished = await this.finishes.run(provider, {
      address: new URL(`${callbackOf(provider, request)}?${query}`),
      secret: secretIn(request, ON_THE_WAY),
      label: callerOf(request).label,
    });
    if (finished.kind !== 'expired') dropSecret(reply, ON_THE_WAY);
    if (finished.kind === 'signed-in') arrive(reply, finished);
    else fail(reply, provider, finished);
  }

  @Get('sign-out/:provider')
  @Does('sign-in.use')
  async leave(
    @Param('provider') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const back = `${ownOrigin(request)}/sign-in`;
    go(reply, (await this.leaves.run(this.known(id), back))?.href ?? back);
  }

  private known(id: string): Provider {
    const provider = this.providers.find(id);
    if (!provider) throw notFound();
    return provider;
  }
}

function callbackOf({ id }: Provider, request: FastifyRequest): string {
  return `${ownOrigin(request)}/sign-in/${id}/callback`;
}

/** In, and on to where one was going, by way of choosing a capacity where there is a choice. */
function arrive(reply: FastifyReply, { secret, next }: Extract<Finished, { kind: 'signed-in' }>): void {
  enter(reply, { session: secret, device: undefined });
  go(reply, `/choose-capacity?${new URLSearchParams({ next }).toString()}`);
}

/** Elsewhere, keeping no copy of the address that was left: it may hold a code. */
function go(reply: FastifyReply, to: string): void {
  void reply.header('cache-control', 'no-store').redirect(to, 303);
}

function fail(reply: FastifyReply, provider: Provider, failed: Exclude<Finished, { kind: 'signed-in' }>): void {
  const { status, ...page } = failedSignIn(provider, failed);
  if (status === 503) void reply.header('retry-after', '10');
  void reply.status(status).view('provider-sign-in/provider-sign-in.njk', page);
}
