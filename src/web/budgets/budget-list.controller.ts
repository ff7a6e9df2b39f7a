import { Controller, Get, Param, Query, Render } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Does } from '../../features/access/does.js';
import { Acting } from '../../features/shared/acting.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Context } from '../../platform/database/context.js';
import { slugOrNotFound } from '../../platform/http/names.js';
import { BudgetListScreen } from './budget-list.screen.js';
import { budgetListPage } from './budget-list.view-model.js';
import { yearAsked } from './of-year.js';

@ApiExcludeController()
@Controller('partnerships/:partnership/ledger/budgets')
export class BudgetListPageController {
  constructor(
    private readonly screen: BudgetListScreen,
    private readonly clock: Clock,
  ) {}

  /** Every budget of a year, each with its decision and its lines. */
  @Get()
  @Does('ledger.read')
  @Render('budgets/budget-list.njk')
  async list(
    @Acting() context: Context,
    @Param('partnership') id: string,
    @Query() query: Readonly<Record<string, unknown>>,
  ) {
    const place = await this.screen.place(context, slugOrNotFound(id));
    const of = yearAsked(query, this.clock.now());
    return budgetListPage(place, of, {
      budgets: await this.screen.budgets(context, id, of.year, of.fund),
      decisions: await this.screen.decisions(context, id),
    });
  }
}
