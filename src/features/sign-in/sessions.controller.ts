import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiNoContentResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { Does } from '../access/does.js';
import { Acting } from '../shared/acting.js';
import { problemResponse } from '../shared/problem-response.js';
import type { Context } from '../../platform/database/context.js';
import { uuidOrNotFound } from '../../platform/http/names.js';
import { SessionList } from './dto/session.view.js';
import { OwnSessions } from './own-sessions.js';

@ApiTags('Your account')
@Controller('api/v1/account/sessions')
export class SessionsController {
  constructor(private readonly sessions: OwnSessions) {}

  @Get()
  @Does('account.use')
  @ApiOperation({ summary: 'List where you are signed in' })
  @ApiOkResponse({ type: SessionList })
  async list(@Acting() { ticket }: Context): Promise<SessionList> {
    return { items: await this.sessions.list(ticket) };
  }

  @Post('end-others')
  @Does('account.use')
  @HttpCode(204)
  @ApiOperation({ summary: 'End every other browser session of yours', description: 'Tokens stay.' })
  @ApiNoContentResponse({ description: 'They end with their next request' })
  async endOthers(@Acting() { ticket }: Context): Promise<void> {
    await this.sessions.endOthers(ticket);
  }

  @Post(':id/end')
  @Does('account.use')
  @HttpCode(204)
  @ApiOperation({ summary: 'End one session or token of yours', description: 'It fails on its very next request.' })
  @ApiParam({ name: 'id', description: 'Id of the session', schema: { type: 'string', format: 'uuid' } })
  @ApiNoContentResponse({ description: 'It has ended' })
  @ApiNotFoundResponse(problemResponse('You have no such session'))
  async end(@Acting() { ticket }: Context, @Param('id') id: string): Promise<void> {
    await this.sessions.end(ticket, uuidOrNotFound(id));
  }
}
