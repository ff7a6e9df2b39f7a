import { Body, Controller, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Does } from '../../features/access/does.js';
import { NewDefault, NewDispute, NewInvoice, NewResolution } from '../../features/ledger/dto/bill.js';
import { MarkBill } from '../../features/ledger/mark-bill.js';
import { Acting } from '../../features/shared/acting.js';
import type { Context } from '../../platform/database/context.js';
import { BodyPipe } from '../../platform/http/body.pipe.js';
import { slugOrNotFound, uuidOrNotFound } from '../../platform/http/names.js';
import { dateIn, dateParts, filled } from '../shared/filled.js';
import { putRight } from '../shared/put-right.js';
import { billPage } from './bill.view-model.js';
import { BillsScreen } from './bills.screen.js';
import { type Marking, markFields, markForm, markKinds, markSays } from './marks.js';

const bodies = {
  invoices: new BodyPipe(NewInvoice),
  disputes: new BodyPipe(NewDispute),
  resolutions: new BodyPipe(NewResolution),
  defaults: new BodyPipe(NewDefault),
} as const;

type Place = Record<'partnership' | 'id', string>;

/** What the host and a partner record of a bill on its page. */
@ApiExcludeController()
@Controller('partnerships/:partnership/ledger/bills/:id')
export class MarkBillPageController {
  constructor(
    private readonly screen: BillsScreen,
    private readonly marks: MarkBill,
  ) {}

  @Post('invoices')
  @Does('ledger-bill-event.add')
  invoice(@Acting() context: Context, @Param() at: Place, @Body() form: unknown, @Res() reply: FastifyReply) {
    return this.mark('invoices', context, at, form, reply);
  }

  @Post('disputes')
  @Does('ledger-bill-event.add')
  dispute(@Acting() context: Context, @Param() at: Place, @Body() form: unknown, @Res() reply: FastifyReply) {
    return this.mark('disputes', context, at, form, reply);
  }

  @Post('resolutions')
  @Does('ledger-bill-event.add')
  resolve(@Acting() context: Context, @Param() at: Place, @Body() form: unknown, @Res() reply: FastifyReply) {
    return this.mark('resolutions', context, at, form, reply);
  }

  @Post('defaults')
  @Does('ledger-bill-event.add')
  default(@Acting() context: Context, @Param() at: Place, @Body() form: unknown, @Res() reply: FastifyReply) {
    return this.mark('defaults', context, at, form, reply);
  }

  private async mark(
    marking: Marking,
    context: Context,
    { partnership, id }: Place,
    form: unknown,
    reply: FastifyReply,
  ): Promise<void> {
    const place = [slugOrNotFound(partnership), uuidOrNotFound(id)] as const;
    const here = `/partnerships/${place[0]}/ledger/bills/${place[1]}`;
    try {
      const day = dateIn(form, 'happenedOn');
      const typed = { ...filled(form, markFields), ...(day === undefined ? {} : { happenedOn: day }) };
      await this.marks.run(context, place, markKinds[marking], await bodies[marking].transform(typed));
      void reply.redirect(here, 303);
    } catch (thrown) {
      const { status, errors } = putRight(thrown, markSays);
      const shown = await this.screen.place(context, place[0]);
      const bill = await this.screen.bill(context, place, {});
      const typed = { values: filled(form, markFields), errors };
      const decisions = await this.screen.decisions(context, place[0]);
      const forms = [markForm(marking, here, { typed, day: dateParts(form, 'happenedOn'), decisions })];
      void reply.status(status).view('ledger-bills/bill.njk', billPage(shown, bill, undefined, { forms, errors }));
    }
  }
}
