import { Controller, Get, HttpCode, Param, Post, Render, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Does } from '../../features/access/does.js';
import { ProvidersReader } from '../../features/federation/providers.reader.js';
import { OwnSessions } from '../../features/sign-in/own-sessions.js';
import { Acting } from '../../features/shared/acting.js';
import type { Context } from '../../platform/database/context.js';
import { uuidOrNotFound } from '../../platform/http/names.js';
import { leave } from '../shared/cookies.js';
import { type AccountPage, accountPage, type SessionsPage, sessionsPage } from './account.view-model.js';

@ApiExcludeController()
@Controller()
export class AccountPageController {
  constructor(
    private readonly sessions: OwnSessions,
    private readonly providers: ProvidersReader,
  ) {}

  @Get('account')
  @Does('account.use')
  @Render('account/account.njk')
  async show(@Acting() { ticket }: Context, @Req() { visitor }: FastifyRequest): Promise<AccountPage> {
    const me = await this.sessions.me(ticket);
    return accountPage(me.name, visitor?.capacity, (await this.sessions.list(ticket)).length);
  }

  @Get('account/sessions')
  @Does('account.use')
  @Render('account/sessions.njk')
  async list(@Acting() { ticket }: Context): Promise<SessionsPage> {
    return sessionsPage(await this.sessions.list(ticket));
  }

  @Post('account/sessions/end-others')
  @Does('account.use')
  async endOthers(@Acting() { ticket }: Context, @Res() reply: FastifyReply): Promise<void> {
    await this.sessions.endOthers(ticket);
    void reply.redirect('/account/sessions', 303);
  }

  @Post('account/sessions/:id/end')
  @Does('account.use')
  async end(@Acting() { ticket }: Context, @Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    await this.sessions.end(ticket, uuidOrNotFound(id));
    void reply.redirect('/account/sessions', 303);
  }

  /** Asked by the warning that a session is about to end. */
  @Post('account/stay')
  @Does('account.use')
  @HttpCode(204)
  async stay(@Acting() { ticket }: Context): Promise<void> {
    await this.sessions.stay(ticket);
  }

  @Post('sign-out')
  @Does('account.use')
  async signOut(@Acting() { ticket }: Context, @Res() reply: FastifyReply): Promise<void> {
    const provider = await this.providers.beganWith(ticket);
    await this.sessions.signOut(ticket);
    leave(reply);
    const from = provider ? `&from=${provider.id}` : '';
    void reply.redirect(`/sign-in?why=signed-out${from}`, 303);
  }
}
