import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Does } from '../../features/access/does.js';
import { DemonstrationSignIns } from '../../features/demonstration/demonstration-sign-ins.js';
import { keepSecret } from '../../platform/http/cookies.js';
import { SESSION_COOKIE } from '../../platform/http/door.js';
import { notFound } from '../../platform/http/problem.js';
import { callerOf } from '../shared/cookies.js';

/** In as somebody of the demonstration, by the link that the first start printed. */
@ApiExcludeController()
@Controller('demonstration')
export class DemonstrationPageController {
  constructor(private readonly signIns: DemonstrationSignIns) {}

  @Get(':secret')
  @Does('sign-in.use')
  async follow(
    @Param('secret') secret: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const session = await this.signIns.follow(secret, callerOf(request).label);
    if (session === undefined) throw notFound();
    keepSecret(reply, SESSION_COOKIE, session);
    void reply.header('cache-control', 'no-store').redirect('/', 303);
  }
}
