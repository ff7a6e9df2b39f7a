import { Body, Controller, Get, Param, Post, Render, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Does } from '../../features/access/does.js';
import { ApproveGrant } from '../../features/people/approve-grant.js';
import { GrantEnding, NewApproval } from '../../features/people/dto/grant.js';
import { EndGrant } from '../../features/people/end-grant.js';
import { Acting } from '../../features/shared/acting.js';
import type { Context } from '../../platform/database/context.js';
import { BodyPipe } from '../../platform/http/body.pipe.js';
import { slugOrNotFound, uuidOrNotFound } from '../../platform/http/names.js';
import { filled } from '../shared/filled.js';
import { putRight } from '../shared/put-right.js';
import { RolesScreen } from './roles.screen.js';
import { rolePage, type RolesPage, rolesPage } from './roles.view-model.js';

type Place = Record<'partnership' | 'id', string>;

const newApproval = new BodyPipe(NewApproval);
const ending = new BodyPipe(GrantEnding);

@ApiExcludeController()
@Controller('partnerships/:partnership/people')
export class RolesPageController {
  constructor(
    private readonly screen: RolesScreen,
    private readonly approves: ApproveGrant,
    private readonly ends: EndGrant,
  ) {}

  @Get()
  @Does('grant.read')
  @Render('roles/roles.njk')
  async list(@Acting() context: Context, @Param('partnership') partnership: string): Promise<RolesPage> {
    const id = slugOrNotFound(partnership);
    return rolesPage(await this.screen.roles(context, id), await this.screen.all(context, id));
  }

  @Get(':id')
  @Does('grant.read')
  @Render('roles/role.njk')
  async show(@Acting() context: Context, @Param() { partnership, id }: Place): Promise<object> {
    const roles = await this.screen.roles(context, slugOrNotFound(partnership));
    return rolePage(roles, await this.screen.one(context, partnership, uuidOrNotFound(id)));
  }

  /** For the council in whose capacity one acts: an approval names no other. */
  @Post(':id/approval')
  @Does('grant.approve')
  async approve(
    @Acting() context: Context,
    @Param() place: Place,
    @Body() form: unknown,
    @Req() { visitor }: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const given = { ...filled(form, ['source']), authority: visitor?.authority };
    await this.change(context, place, form, reply, async (id) => {
      await this.approves.run(context, place.partnership, id, await newApproval.transform(given));
    });
  }

  @Post(':id/end')
  @Does('grant.end')
  async end(
    @Acting() context: Context,
    @Param() place: Place,
    @Body() form: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.change(context, place, form, reply, async (id) => {
      await this.ends.run(context, place.partnership, id, await ending.transform(filled(form, ['reason'])));
    });
  }

  /** Does it and goes back to the role; or shows the role with what has to be put right. */
  private async change(
    context: Context,
    place: Place,
    form: unknown,
    reply: FastifyReply,
    work: (id: string) => Promise<void>,
  ): Promise<void> {
    const [partnership, id] = [slugOrNotFound(place.partnership), uuidOrNotFound(place.id)];
    try {
      await work(id);
      void reply.redirect(`/partnerships/${partnership}/people/${id}`, 303);
    } catch (thrown) {
      const { status, errors } = putRight(thrown, says);
      const typed = { values: filled(form, ['source', 'reason']), errors };
      const roles = await this.screen.roles(context, partnership);
      const page = rolePage(roles, await this.screen.one(context, partnership, id), typed);
      void reply.status(status).view('roles/role.njk', page);
    }
  }
}

const says = { source: 'Enter where your council agreed', reason: 'Enter why it ends' };
