import { Body, Controller, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { londonDate } from '../../engine/calendar/london.js';
import { Does } from '../../features/access/does.js';
import { NewCommitmentRelease } from '../../features/budgets/dto/commitment.js';
import { ReleaseOrder } from '../../features/budgets/release-order.js';
import { Acting } from '../../features/shared/acting.js';
import { Once } from '../../features/shared/once.js';
import { Clock } from '../../platform/clock/clock.js';
import { type Context, within } from '../../platform/database/context.js';
import { BodyPipe } from '../../platform/http/body.pipe.js';
import { slugOrNotFound, uuidOrNotFound } from '../../platform/http/names.js';
import { poundsIn } from '../ledger-drafts/typed.js';
import { keyOf } from '../shared/drawn.js';
import { filled } from '../shared/filled.js';
import { putRight } from '../shared/put-right.js';
import { BudgetsScreen } from './budgets.screen.js';
import { orderPage, orderSays } from './orders.view-model.js';

const newRelease = new BodyPipe(NewCommitmentRelease);
const onThePage = 'Said on the page of the order';

@ApiExcludeController()
@Controller('partnerships/:partnership/ledger/commitments/:id')
export class ReleasePageController {
  constructor(
    private readonly screen: BudgetsScreen,
    private readonly lets: ReleaseOrder,
    private readonly once: Once,
    private readonly clock: Clock,
  ) {}

  /** Lets go of what is left of an order, or of a part of it, as of today. */
  @Post('releases')
  @Does('ledger-commitment.add')
  async release(
    @Acting() acting: Context,
    @Param() { partnership, id }: Record<'partnership' | 'id', string>,
    @Body() form: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const [place, commitment] = [slugOrNotFound(partnership), uuidOrNotFound(id)];
    const order = await this.screen.commitment(acting, place, commitment);
    const [context, key] = [within(acting, place), keyOf(form)];
    const { amount, ...given } = filled(form, ['amount', 'reason']);
    try {
      const body = await newRelease.transform({
        ...{ ...given, commitment, source: onThePage, releasedOn: londonDate(this.clock.now()) },
        ...(amount === undefined ? {} : { amount: poundsIn(amount) }),
      });
      await this.once.create(context, { key, body, reply }, (inside) => this.lets.run(inside, place, body));
      void reply.redirect(`/partnerships/${place}/ledger/commitments/${commitment}`, 303);
    } catch (thrown) {
      const { status, errors } = putRight(thrown, orderSays);
      const typed = { values: filled(form, ['amount', 'reason']), errors };
      const page = orderPage(await this.screen.place(context, place), order, { typed, key });
      void reply.status(status).view('budgets/order.njk', page);
    }
  }
}
