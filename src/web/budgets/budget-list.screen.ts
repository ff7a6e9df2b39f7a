import { Injectable } from '@nestjs/common';
import { BudgetReader } from '../../features/budgets/budget.reader.js';
import type { Budget } from '../../features/budgets/dto/budget.js';
import type { OutturnLine } from '../../features/budgets/dto/outturn.js';
import { OutturnReader } from '../../features/budgets/outturn.reader.js';
import type { Decision } from '../../features/decisions/dto/decision.js';
import { DecisionReader } from '../../features/decisions/decision.reader.js';
import { yearBeside } from '../../features/shared/years-beside.js';
import type { Context } from '../../platform/database/context.js';
import { LedgerScreen } from '../ledger/ledger.screen.js';
import type { Place } from '../ledger/place.js';
import { atItsEnd, type OfYear } from './of-year.js';
import type { BudgetOffered } from './new-budget.view-model.js';

/** What a decision has to approve for a budget to rest on it. */
const putsInForce = ['agreement', 'formula', 'budget'];
const most = { limit: '200' };

/** Asks what the pages rest on that show the budgets of a year and record one. */
@Injectable()
export class BudgetListScreen {
  constructor(
    private readonly ledger: LedgerScreen,
    private readonly outturns: OutturnReader,
    private readonly recorded: BudgetReader,
    private readonly taken: DecisionReader,
  ) {}

  place(context: Context, id: string): Promise<Place> {
    return this.ledger.place(context, id);
  }

  /** The budgets of a year, that of the latest day first. */
  async budgets(context: Context, id: string, financialYear: string, fund: string): Promise<readonly Budget[]> {
    return (await this.recorded.list(context, id, { ...most, financialYear, fund, sort: '-from' })).items;
  }

  /** The decisions that approved something, the latest first. */
  async decisions(context: Context, id: string): Promise<readonly Decision[]> {
    return (await this.taken.list(context, id, { ...most, outcome: 'approved', sort: '-takenOn' })).items;
  }

  /** What the form of a budget begins with: what stands at the year’s end by all that is recorded, or the year before. */
  async offered(context: Context, id: string, { year, fund }: OfYear): Promise<BudgetOffered> {
    const begun = (await this.budgets(context, id, year, fund)).length > 0;
    const here = await this.lines(context, id, { year, fund });
    const last = begun ? undefined : yearBeside(year, -1);
    const before = last ? await this.lines(context, id, { year: last, fund }) : [];
    const budgeted = before.filter(({ budget }) => budget !== '0.00');
    const known = new Set(budgeted.map(({ line }) => line));
    const approved = await this.decisions(context, id);
    return {
      begun,
      lines: [...budgeted, ...here.filter(({ line }) => !known.has(line))],
      decisions: approved.filter(({ approves }) => putsInForce.includes(approves)),
    };
  }

  private async lines(context: Context, id: string, of: OfYear): Promise<readonly OutturnLine[]> {
    return (await this.outturns.read(context, id, atItsEnd(of))).lines;
  }
}
