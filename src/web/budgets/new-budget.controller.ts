import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type FinancialYear, financialYearOf, readFinancialYear } from '../../engine/calendar/financial-year.js';
import { londonDate } from '../../engine/calendar/london.js';
import { Does } from '../../features/access/does.js';
import { NewBudget } from '../../features/budgets/dto/budget.js';
import { RecordBudget } from '../../features/budgets/record-budget.js';
import { Acting } from '../../features/shared/acting.js';
import { Once } from '../../features/shared/once.js';
import { Clock } from '../../platform/clock/clock.js';
import { type Context, within } from '../../platform/database/context.js';
import { BodyPipe } from '../../platform/http/body.pipe.js';
import { isSlug, isUuid, slugOrNotFound } from '../../platform/http/names.js';
import { field } from '../../platform/http/pages/forms.js';
import { Refused } from '../../platform/http/problem.js';
import { Ids } from '../../platform/ids/ids.js';
import { dateParts, filled } from '../shared/filled.js';
import { blank } from '../shared/inputs.js';
import { putRight } from '../shared/put-right.js';
import { atLines, budgetFields, budgetIn, linesIn } from './budget-form.js';
import { BudgetListScreen } from './budget-list.screen.js';
import { type Budgeting, budgetSays, newBudgetPage } from './new-budget.view-model.js';

const newBudget = new BodyPipe(NewBudget);

/** Which year's budget of which fund a form is about. */
interface Of {
  readonly year: FinancialYear;
  readonly fund: string;
}

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
    const year = readFinancialYear(query['year']) ?? financialYearOf(londonDate(this.clock.now()));
    const of = { year, fund: isSlug(query['fund']) ? query['fund'] : 'pool' };
    const key = this.ids.next();
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
    const [context, key] = [within(acting, place), field(form, 'key')];
    const [year, fund] = [readFinancialYear(field(form, 'year')), field(form, 'fund') || 'pool'];
    if (!isUuid(key) || !year || !isSlug(fund))
      throw new Refused('malformed', 'The form is not as this server drew it.');
    const offered = await this.screen.offered(context, place, year, fund);
    const lines = linesIn(form, offered.lines);
    try {
      const body = await newBudget.transform(budgetIn(form, { year, fund }, lines));
      await this.once.create(context, { key, body, reply }, (inside) => this.records.run(inside, place, body));
      void reply.redirect(`/partnerships/${place}/ledger/budgets?year=${year}&fund=${fund}`, 303);
    } catch (thrown) {
      const { status, errors } = atLines(putRight(thrown, budgetSays), lines, offered.lines);
      const typed = { values: filled(form, budgetFields), errors };
      await this.show(context, place, { year, fund }, reply.status(status), { form, typed, key });
    }
  }

  private async show(
    context: Context,
    id: string,
    { year, fund }: Of,
    reply: FastifyReply,
    { form, typed, key }: Pick<Budgeting, 'form' | 'typed' | 'key'>,
  ): Promise<void> {
    const place = await this.screen.place(context, id);
    const offered = await this.screen.offered(context, id, year, fund);
    const page = newBudgetPage(place, offered, { year, fund, form, typed, day: dateParts(form, 'from'), key });
    void reply.view('budgets/new-budget.njk', page);
  }
}
