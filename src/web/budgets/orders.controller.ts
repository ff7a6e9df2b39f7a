import { Body, Controller, Get, Param, Post, Query, Render, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Does } from '../../features/access/does.js';
import { NewCommitment } from '../../features/budgets/dto/commitment.js';
import { PlaceOrder } from '../../features/budgets/place-order.js';
import { Acting } from '../../features/shared/acting.js';
import { Once } from '../../features/shared/once.js';
import { type Context, within } from '../../platform/database/context.js';
import { BodyPipe } from '../../platform/http/body.pipe.js';
import { slugOrNotFound, uuidOrNotFound } from '../../platform/http/names.js';
import { Ids } from '../../platform/ids/ids.js';
import { lineIn, poundsIn } from '../ledger-drafts/typed.js';
import { keyOf } from '../shared/drawn.js';
import { dateIn, dateParts, filled } from '../shared/filled.js';
import { blank } from '../shared/inputs.js';
import { putRight } from '../shared/put-right.js';
import { BudgetsScreen } from './budgets.screen.js';
import { newOrderPage, type Ordering, orderPage, orderSays, ordersPage } from './orders.view-model.js';

const newOrder = new BodyPipe(NewCommitment);
const fields = ['line', 'amount', 'supplier', 'reference', 'what', 'source'];

@ApiExcludeController()
@Controller('partnerships/:partnership/ledger/commitments')
export class OrdersPageController {
  constructor(
    private readonly screen: BudgetsScreen,
    private readonly places: PlaceOrder,
    private readonly once: Once,
    private readonly ids: Ids,
  ) {}

  @Get()
  @Does('ledger.read')
  @Render('budgets/orders.njk')
  async list(@Acting() context: Context, @Param('partnership') id: string, @Query() query: Record<string, unknown>) {
    const place = await this.screen.place(context, slugOrNotFound(id));
    return ordersPage(
      place,
      await this.screen.commitments(context, id, filled(query, ['financialYear', 'line', 'cursor'])),
    );
  }

  @Get('new')
  @Does('ledger-commitment.add')
  async form(@Acting() context: Context, @Param('partnership') id: string, @Res() reply: FastifyReply): Promise<void> {
    const none = dateParts({}, 'none');
    await this.show(context, slugOrNotFound(id), reply, { typed: blank, day: none, month: none, key: this.ids.next() });
  }

  @Post()
  @Does('ledger-commitment.add')
  async place(
    @Acting() acting: Context,
    @Param('partnership') id: string,
    @Body() form: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const place = slugOrNotFound(id);
    const [context, key] = [within(acting, place), keyOf(form)];
    try {
      const body = await newOrder.transform(orderIn(form));
      const created = await this.once.create(context, { key, body, reply }, (inside) =>
        this.places.run(inside, place, body),
      );
      void reply.redirect(`/partnerships/${place}/ledger/commitments/${created.id}`, 303);
    } catch (thrown) {
      const { status, errors } = putRight(thrown, orderSays);
      const typed = { values: filled(form, fields), errors };
      const days = { day: dateParts(form, 'orderedOn'), month: dateParts(form, 'expectedIn') };
      await this.show(context, place, reply.status(status), { typed, ...days, key });
    }
  }

  @Get(':id')
  @Does('ledger.read')
  @Render('budgets/order.njk')
  async one(@Acting() context: Context, @Param() { partnership, id }: Record<'partnership' | 'id', string>) {
    const place = await this.screen.place(context, slugOrNotFound(partnership));
    const order = await this.screen.commitment(context, partnership, uuidOrNotFound(id));
    return orderPage(place, order, { typed: blank, key: this.ids.next() });
  }

  private async show(context: Context, id: string, reply: FastifyReply, ordering: Ordering): Promise<void> {
    void reply.view('budgets/new-order.njk', newOrderPage(await this.screen.place(context, id), ordering));
  }
}

/** What the form gave, as a use case takes it: any day of a month stands for the month. */
function orderIn(form: unknown): object {
  const { amount, line, ...rest } = filled(form, fields);
  const [orderedOn, expected] = [dateIn(form, 'orderedOn'), dateIn(form, 'expectedIn')];
  return {
    ...rest,
    ...(amount === undefined ? {} : { amount: poundsIn(amount) }),
    ...(line === undefined ? {} : { line: lineIn(line) }),
    ...(orderedOn === undefined ? {} : { orderedOn }),
    ...(expected === undefined ? {} : { expectedIn: expected.replace(/-\d\d$/, '-01') }),
  };
}
