import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Does } from '../../features/access/does.js';
import { type Capacity, SessionReader } from '../../features/access/session.reader.js';
import { ChooseCapacity } from '../../features/sign-in/choose-capacity.js';
import { OwnSessions } from '../../features/sign-in/own-sessions.js';
import { Acting } from '../../features/shared/acting.js';
import type { Context } from '../../platform/database/context.js';
import { keepSecret } from '../../platform/http/cookies.js';
import { SESSION_COOKIE } from '../../platform/http/door.js';
import { ownPath } from '../../platform/http/own-path.js';
import { field } from '../../platform/http/pages/forms.js';
import { problemKinds } from '../../platform/http/problem.js';
import { nameOf } from '../visitor/visitor.js';
import { chooseCapacityPage } from './choose-capacity.view-model.js';

@ApiExcludeController()
@Controller('choose-capacity')
export class ChooseCapacityPageController {
  constructor(
    private readonly sessions: OwnSessions,
    private readonly reader: SessionReader,
    private readonly choose: ChooseCapacity,
  ) {}

  /** Skipped by whoever acts in the only capacity there is. */
  @Get()
  @Does('account.use')
  async show(
    @Acting() { ticket }: Context,
    @Query() { next }: Record<string, unknown>,
    @Req() { visitor }: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const me = await this.sessions.me(ticket);
    if (me.capacity === null || me.capacities > 1) return this.page(reply, me.person, ownPath(next), visitor?.grant);
    void reply.redirect(ownPath(next), 303);
  }

  @Post()
  @Does('account.use')
  async take(@Acting() { ticket }: Context, @Body() form: unknown, @Res() reply: FastifyReply): Promise<void> {
    const next = ownPath(field(form, 'next'));
    const me = await this.sessions.me(ticket);
    if (await this.putOn(reply, ticket, field(form, 'capacity'))) return void reply.redirect(next, 303);
    void reply.status(problemKinds.invalid.status);
    return this.page(reply, me.person, next, undefined, true);
  }

  private async putOn(reply: FastifyReply, ticket: string, grant: string): Promise<boolean> {
    const secret = await this.choose.run(ticket, grant);
    if (secret !== undefined) keepSecret(reply, SESSION_COOKIE, secret);
    return secret !== undefined;
  }

  private async page(
    reply: FastifyReply,
    person: string,
    next: string,
    chosen: string | undefined,
    missing = false,
  ): Promise<void> {
    const capacities = (await this.reader.capacities(person)).map(shown);
    void reply.view('choose-capacity/choose-capacity.njk', chooseCapacityPage({ capacities, chosen, next, missing }));
  }
}

function shown(capacity: Capacity) {
  const { grant, partnershipName, endsBefore } = capacity;
  return {
    grant,
    name: nameOf(capacity),
    partnership: partnershipName ?? undefined,
    endsBefore: endsBefore ?? undefined,
  };
}
