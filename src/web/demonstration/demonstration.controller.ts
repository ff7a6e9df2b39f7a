import { Controller, Get, Param, Post, Render, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Does } from '../../features/access/does.js';
import { SessionReader } from '../../features/access/session.reader.js';
import { DemonstrationSignIns } from '../../features/demonstration/demonstration-sign-ins.js';
import { notFound } from '../../platform/http/problem.js';
import { callerOf, enter } from '../shared/cookies.js';
import { type DemonstrationPage, demonstrationPage } from './demonstration.view-model.js';

/**
 * In as somebody of the demonstration, by the link that the first start printed. The link leads to a page with a button, so
 * that whatever fetches links of its own accord signs nobody in.
 */
@ApiExcludeController()
@Controller('demonstration/:secret')
export class DemonstrationPageController {
  constructor(
    private readonly signIns: DemonstrationSignIns,
    private readonly reader: SessionReader,
  ) {}

  @Get()
  @Does('sign-in.use')
  @Render('demonstration/demonstration.njk')
  async show(@Param('secret') secret: string): Promise<DemonstrationPage> {
    const found = await this.signIns.find(secret);
    if (!found) throw notFound();
    const capacities = await this.reader.capacities(found.person);
    return demonstrationPage(capacities.find(({ grant }) => grant === found.grant));
  }

  @Post()
  @Does('sign-in.use')
  async follow(
    @Param('secret') secret: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const session = await this.signIns.follow(secret, callerOf(request).label);
    if (session === undefined) throw notFound();
    enter(reply, { session, device: undefined });
    void reply.redirect('/', 303);
  }
}
