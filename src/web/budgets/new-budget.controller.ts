import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Does } from '../../features/access/does.js';
import { NewBudget } from '../../features/budgets/dto/budget.js';
import { RecordBudget } from '../../features/budgets/record-budget.js';
import { Acting } from '../../features/shared/acting.js';
import { Once } from '../../features/shared/once.js';
import { Clock } from '../../platform/clock/clock.js';
import { type Context, within } from '../../platform/database/context.js';
import { BodyPipe } from '../../platform/http/body.pipe.js';
import { slugOrNotFound } from '../../platform/http/names.js';
import { Ids } from '../../platform/ids/ids.js';
import { keyOf } from '../shared/drawn.js';
import { dateParts, filled } from '../shared/filled.js';
import { blank } from '../shared/inputs.js';
import { putRight } from '../shared/put-right.js';
import { atLines, budgetFields, budgetIn, linesIn } from './budget-form.js';
import { BudgetListScreen } from './budget-list.screen.js';
import { type OfYear, yearAsked, yearDrawn } from './of-year.js';
import { type Budgeting, budgetSays, newBudgetPage } from './new-budget.view-model.js';

const newBudget = new BodyPipe(NewBudget);

@ApiExcludeController()
@Controller('partnerships/:partnership/ledger/budgets')
export class NewBudgetPageController {
  constructor(
    private readonly screen: BudgetListScreen,
    private readonly records: RecordBudget,
    private readonly once: Once,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** The year’s original budget where there is none; else what changes the one that stands. */
  @Get('new')
  @Does('ledger-budget.add')
  async form(
    @Acting() context: Context,
    @Param('partnership') id: string,
    @Query() query: Readonly<Record<string, unknown>>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const [of, key] = [yearAsked(query, this.clock.now()), this.ids.next()];
    await this.show(context, slugOrNotFound(id), of, reply, { form: undefined, typed: blank, key });
  }

  @Post()
  @Does('ledger-budget.add')
  async record(
    @Acting() acting: Context,
    @Param('partnership') id: string,
    @Body() form: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const place = slugOrNotFound(id);
    const [context, key, of] = [within(acting, place), keyOf(form), yearDrawn(form)];
    const offered = await this.screen.offered(context, place, of);
    const lines = linesIn(form, offered.lines);
    try {
      const body = await newBudget.transform(budgetIn(form, of, lines));
      await this.once.create(context, { key, body, reply }, (inside) => this.records.run(inside, place, body));
      void reply.redirect(`/partnerships/${place}/ledger/budgets?year=${of.year}&fund=${of.fund}`, 303);
    } catch (thrown) {
      const { status, errors } = atLines(putRight(thrown, budgetSays), lines, offered.lines);
      const typed = { values: filled(form, budgetFields), errors };
      await this.show(context, place, of, reply.status(status), { form, typed, key });
    }
  }

  private async show(
    context: Context,
    id: string,
    of: OfYear,
    reply: FastifyReply,
    { form, typed, key }: Pick<Budgeting, 'form' | 'typed' | 'key'>,
  ): Promise<void> {
    const place = await this.screen.place(context, id);
    const offered = await this.screen.offered(context, id, of);
    const page = newBudgetPage(place, offered, { ...of, form, typed, day: dateParts(form, 'from'), key });
    void reply.view('budgets/new-budget.njk', page);
  }
}
