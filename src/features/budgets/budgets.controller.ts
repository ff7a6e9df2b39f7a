import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RecordRoutes } from '../shared/record-routes.js';
import { BudgetReader, budgetListing } from './budget.reader.js';
import { Budget, NewBudget } from './dto/budget.js';
import { RecordBudget } from './record-budget.js';

@ApiTags('Ledger')
@Controller('api/v1/partnerships/:partnership/ledger/budgets')
export class BudgetsController extends RecordRoutes({
  record: { read: 'ledger.read', add: 'ledger-budget.add' },
  add: NewBudget,
  view: Budget,
  listing: budgetListing,
  one: 'a budget',
  many: 'budgets',
  says: 'What each line that it names may spend in the year, from its day on. It is never edited: a later one, with its own decision, takes its place.',
}) {
  constructor(
    protected readonly reader: BudgetReader,
    protected readonly adds: RecordBudget,
  ) {
    super();
  }
}
