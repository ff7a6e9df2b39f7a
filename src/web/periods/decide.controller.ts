import { Body, Controller, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Does } from '../../features/access/does.js';
import { DecideReopening } from '../../features/ledger/decide-reopening.js';
import { NewReopeningApproval, NewReopeningRejection } from '../../features/ledger/dto/reopening.js';
import { Acting } from '../../features/shared/acting.js';
import type { Context } from '../../platform/database/context.js';
import { BodyPipe } from '../../platform/http/body.pipe.js';
import { slugOrNotFound, uuidOrNotFound } from '../../platform/http/names.js';
import { filled } from '../shared/filled.js';
import { putRight } from '../shared/put-right.js';
import { decideSays, renamed } from './says.js';
import { ShowPeriods } from './show-periods.js';

const approval = new BodyPipe(NewReopeningApproval);
const rejection = new BodyPipe(NewReopeningRejection);

type Place = Record<'partnership' | 'id', string>;

/** What a rejection says of where it comes from: there is no document but the page itself. */
const onThePage = 'Said on the page of months';

@ApiExcludeController()
@Controller('partnerships/:partnership/ledger/periods/reopenings/:id')
export class DecideReopeningPageController {
  constructor(
    private readonly shows: ShowPeriods,
    private readonly decides: DecideReopening,
  ) {}

  @Post('approvals')
  @Does('ledger-reopening.decide')
  async approve(
    @Acting() context: Context,
    @Param() place: Place,
    @Body() form: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { decideSource: source } = filled(form, ['decideSource']);
    const given = source === undefined ? {} : { source };
    await this.decide(context, place, form, { request, reply }, () => approval.transform(given));
  }

  @Post('rejections')
  @Does('ledger-reopening.decide')
  async reject(
    @Acting() context: Context,
    @Param() place: Place,
    @Body() form: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { decideReason: reason } = filled(form, ['decideReason']);
    const given = { ...(reason === undefined ? {} : { reason }), source: onThePage };
    await this.decide(context, place, form, { request, reply }, () => rejection.transform(given));
  }

  private async decide(
    context: Context,
    place: Place,
    form: unknown,
    { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
    read: () => Promise<NewReopeningApproval | NewReopeningRejection>,
  ): Promise<void> {
    const [partnership, id] = [slugOrNotFound(place.partnership), uuidOrNotFound(place.id)];
    try {
      await this.decides.run(context, partnership, id, await read());
      void reply.redirect(`/partnerships/${partnership}/ledger/periods`, 303);
    } catch (thrown) {
      const { status, errors } = putRight(thrown, decideSays);
      const values = filled(form, ['decideSource', 'decideReason']);
      const decide = { values, errors: renamed(errors, 'decide') };
      await this.shows.again(context, partnership, { request, reply, status }, { decide });
    }
  }
}
