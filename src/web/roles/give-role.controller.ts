import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { dayAfter } from '../shared/words.js';
import { Does } from '../../features/access/does.js';
import { NewGrant } from '../../features/people/dto/grant.js';
import { GiveRole } from '../../features/people/give-role.js';
import { Acting } from '../../features/shared/acting.js';
import type { Context } from '../../platform/database/context.js';
import { BodyPipe } from '../../platform/http/body.pipe.js';
import { slugOrNotFound } from '../../platform/http/names.js';
import { dateIn, dateParts, filled } from '../shared/filled.js';
import { blank, type Typed } from '../shared/inputs.js';
import { putRight } from '../shared/put-right.js';
import { RolesScreen } from './roles.screen.js';
import { givePage, giveSays } from './roles.view-model.js';

const newGrant = new BodyPipe(NewGrant);

@ApiExcludeController()
@Controller('partnerships/:partnership/people')
export class GiveRolePageController {
  constructor(
    private readonly screen: RolesScreen,
    private readonly gives: GiveRole,
  ) {}

  @Get('new')
  @Does('grant.give')
  @Render('roles/give.njk')
  form(@Acting() context: Context, @Param('partnership') partnership: string): Promise<object> {
    return this.page(context, slugOrNotFound(partnership), undefined, blank);
  }

  @Post()
  @Does('grant.give')
  async give(
    @Acting() context: Context,
    @Param('partnership') partnership: string,
    @Body() form: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const place = slugOrNotFound(partnership);
    const values = filled(form, ['person', 'role', 'authority', 'source']);
    try {
      const { id } = await this.gives.run(context, place, await newGrant.transform({ ...values, ...days(form) }));
      void reply.redirect(`/partnerships/${place}/people/${id}`, 303);
    } catch (thrown) {
      const { status, errors } = putRight(thrown, giveSays);
      const page = await this.page(context, place, form, { values, errors });
      void reply.status(status).view('roles/give.njk', page);
    }
  }

  private async page(context: Context, place: string, form: unknown, typed: Typed): Promise<object> {
    const dates = { from: dateParts(form, 'from'), lastDay: dateParts(form, 'until') };
    return givePage(await this.screen.roles(context, place), await this.screen.everybody(context), dates, typed);
  }
}

/** People name the last day of a role; what is recorded is the day after it. */
function days(form: unknown): Record<string, string> {
  const [from, last] = [dateIn(form, 'from'), dateIn(form, 'until')];
  return { ...(from === undefined ? {} : { from }), ...(last === undefined ? {} : { until: dayAfter(last) }) };
}
