import { Controller, Get, Param, Query, Render, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { billStatuses } from '../../engine/ledger/bills/status.js';
import { Does } from '../../features/access/does.js';
import type { LedgerBillWithHistory } from '../../features/ledger/dto/bill.js';
import { Acting } from '../../features/shared/acting.js';
import type { Context } from '../../platform/database/context.js';
import { isSlug, slugOrNotFound, uuidOrNotFound } from '../../platform/http/names.js';
import { problemKinds } from '../../platform/http/problem.js';
import { accountPage } from './account.view-model.js';
import { agedDebtPage } from './aged-debt.view-model.js';
import { billPage } from './bill.view-model.js';
import { BillsScreen } from './bills.screen.js';
import { type BillsAsked, billsPage } from './bills.view-model.js';
import { blank } from '../shared/inputs.js';
import { ownCouncil } from '../visitor/own-council.js';
import { readDaysAsked } from './days.js';
import { apart, markForm, marksFor } from './marks.js';

type Asked = Record<string, unknown>;

@ApiExcludeController()
@Controller('partnerships/:partnership/ledger')
export class BillsPageController {
  constructor(private readonly screen: BillsScreen) {}

  @Get('bills')
  @Does('ledger.read')
  @Render('ledger-bills/bills.njk')
  async bills(
    @Acting() context: Context,
    @Param('partnership') id: string,
    @Query() query: Asked,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const place = await this.screen.place(context, slugOrNotFound(id));
    const asked = readBillsAsked(query);
    if (asked.ok) {
      const found = await this.screen.bills(context, id, { sort: '-dueOn', ...asked.filters, ...asked.days });
      return billsPage(place, asked, { ...found, today: this.screen.today() });
    }
    void reply.status(problemKinds.invalid.status);
    return billsPage(place, asked);
  }

  @Get('bills/:id')
  @Does('ledger.read')
  @Render('ledger-bills/bill.njk')
  async bill(
    @Acting() context: Context,
    @Param() { partnership, id }: Record<'partnership' | 'id', string>,
    @Query() query: Asked,
    @Req() { visitor }: FastifyRequest,
  ) {
    const place = await this.screen.place(context, slugOrNotFound(partnership));
    const { days } = readDaysAsked(query, ['asAt', 'knownAt']);
    const bill = await this.screen.bill(context, [partnership, uuidOrNotFound(id)], days);
    const past = days.asAt !== undefined || days.knownAt !== undefined;
    return billPage(place, bill, days.asAt, {
      forms: past ? [] : await this.forms(context, partnership, bill, visitor),
    });
  }

  /** What whoever looks may record of a bill as it stands now; where several, each has a form of its own. */
  private async forms(
    context: Context,
    partnership: string,
    bill: LedgerBillWithHistory,
    visitor: FastifyRequest['visitor'],
  ) {
    const authority = ownCouncil(visitor, 'ledger-bill-event.add');
    if (authority === undefined) return [];
    const hosts = (await this.screen.hosts(context, partnership)).includes(authority);
    const here = `/partnerships/${partnership}/ledger/bills/${bill.id}`;
    const decisions = await this.screen.decisions(context, partnership);
    const filling = { typed: blank, day: { day: '', month: '', year: '' }, decisions };
    return apart(marksFor(bill, { authority, hosts }).map((marking) => markForm(marking, here, filling)));
  }

  @Get('aged-debt')
  @Does('ledger.read')
  @Render('ledger-bills/aged-debt.njk')
  async debt(
    @Acting() context: Context,
    @Param('partnership') id: string,
    @Query() query: Asked,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const place = await this.screen.place(context, slugOrNotFound(id));
    const asked = readDaysAsked(query, ['asAt', 'knownAt']);
    if (asked.ok) return agedDebtPage(place, asked, await this.screen.debt(context, id, asked.days));
    void reply.status(problemKinds.invalid.status);
    return agedDebtPage(place, asked);
  }

  @Get('statements-of-account/:authority')
  @Does('ledger.read')
  @Render('ledger-bills/account.njk')
  async account(
    @Acting() context: Context,
    @Param() { partnership, authority }: Record<'partnership' | 'authority', string>,
    @Query() query: Asked,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const place = await this.screen.place(context, slugOrNotFound(partnership));
    const asked = readDaysAsked(query, ['from', 'asAt', 'knownAt']);
    const whose = [partnership, slugOrNotFound(authority)] as const;
    if (asked.ok) return accountPage(place, authority, asked, await this.screen.account(context, whose, asked.days));
    void reply.status(problemKinds.invalid.status);
    return accountPage(place, authority, asked);
  }
}

/** Reads what the form or a link asks; what is left blank, and what is not known, asks nothing. */
function readBillsAsked(query: Asked): BillsAsked {
  const { authority, status, cursor } = query;
  const filters = {
    ...(isSlug(authority) ? { authority } : {}),
    ...(billStatuses.some((one) => one === status) ? { status: status as string } : {}),
    ...(typeof cursor === 'string' ? { cursor } : {}),
  };
  return { ...readDaysAsked(query, ['asAt', 'knownAt']), filters };
}
