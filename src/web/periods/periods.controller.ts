import { Body, Controller, Get, Param, Post, Render, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Does } from '../../features/access/does.js';
import { AskReopening } from '../../features/ledger/ask-reopening.js';
import { CloseMonth } from '../../features/ledger/close-month.js';
import { NewClosing } from '../../features/ledger/dto/closing.js';
import { NewReopening } from '../../features/ledger/dto/reopening.js';
import { Acting } from '../../features/shared/acting.js';
import { Once } from '../../features/shared/once.js';
import { type Context, within } from '../../platform/database/context.js';
import { BodyPipe } from '../../platform/http/body.pipe.js';
import { slugOrNotFound, uuidOrNotFound } from '../../platform/http/names.js';
import { keyOf } from '../shared/drawn.js';
import { filled } from '../shared/filled.js';
import { putRight } from '../shared/put-right.js';
import { closingPage } from './closing.view-model.js';
import { ShowPeriods } from './show-periods.js';
import { PeriodsScreen } from './periods.screen.js';
import { askSays, beside, closeSays, renamed } from './says.js';

const newClosing = new BodyPipe(NewClosing);
const newReopening = new BodyPipe(NewReopening);

@ApiExcludeController()
@Controller('partnerships/:partnership/ledger/periods')
export class PeriodsPageController {
  constructor(
    private readonly screen: PeriodsScreen,
    private readonly shows: ShowPeriods,
    private readonly closes: CloseMonth,
    private readonly asks: AskReopening,
    private readonly once: Once,
  ) {}

  @Get()
  @Does('ledger.read')
  @Render('periods/periods.njk')
  show(
    @Acting() context: Context,
    @Param('partnership') id: string,
    @Req() { visitor }: FastifyRequest,
  ): Promise<object> {
    return this.shows.page(context, slugOrNotFound(id), visitor);
  }

  @Get('closings/:id')
  @Does('ledger.read')
  @Render('periods/closing.njk')
  async closing(
    @Acting() context: Context,
    @Param() { partnership, id }: Record<'partnership' | 'id', string>,
  ): Promise<object> {
    const place = await this.screen.place(context, slugOrNotFound(partnership));
    return closingPage(place, await this.screen.closing(context, partnership, uuidOrNotFound(id)));
  }

  @Post('closings')
  @Does('ledger-closing.add')
  async close(
    @Acting() acting: Context,
    @Param('partnership') id: string,
    @Body() form: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const [context, key] = [within(acting, slugOrNotFound(id)), keyOf(form)];
    try {
      const body = await newClosing.transform(filled(form, ['startsOn', 'why', 'source']));
      await this.once.create(context, { key, body, reply }, (inside) => this.closes.run(inside, id, body));
      void reply.redirect(`/partnerships/${id}/ledger/periods`, 303);
    } catch (thrown) {
      const { status, errors } = putRight(thrown, closeSays);
      const close = { values: filled(form, ['why', 'source']), errors };
      await this.shows.again(context, id, { request, reply, status }, { close });
    }
  }

  @Post('reopenings')
  @Does('ledger-reopening.add')
  async ask(
    @Acting() acting: Context,
    @Param('partnership') id: string,
    @Body() form: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const [context, key] = [within(acting, slugOrNotFound(id)), keyOf(form)];
    try {
      const said = filled(form, ['why', 'source'], beside('ask'));
      const body = await newReopening.transform({ ...filled(form, ['closing']), ...said });
      await this.once.create(context, { key, body, reply }, (inside) => this.asks.run(inside, id, body));
      void reply.redirect(`/partnerships/${id}/ledger/periods`, 303);
    } catch (thrown) {
      const { status, errors } = putRight(thrown, askSays);
      const ask = { values: filled(form, ['askWhy', 'askSource']), errors: renamed(errors, 'ask') };
      await this.shows.again(context, id, { request, reply, status }, { ask });
    }
  }
}
