import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SheetRoutes } from '../shared/sheet-routes.js';
import { BudgetLineRow, ForecastMonthRow } from './dto/line-rows.js';
import { budgetLineListing, forecastRowListing } from './line-lists.js';
import { BudgetLineReader, ForecastRowReader } from './line-rows.reader.js';

@ApiTags('Ledger')
@Controller('api/v1/partnerships/:partnership/ledger/budget-lines')
export class BudgetLinesController extends SheetRoutes<BudgetLineRow>('ledger.read', {
  view: BudgetLineRow,
  listing: budgetLineListing,
  many: 'the lines of budgets',
}) {
  constructor(protected readonly reader: BudgetLineReader) {
    super();
  }
}

@ApiTags('Ledger')
@Controller('api/v1/partnerships/:partnership/ledger/forecast-rows')
export class ForecastRowsController extends SheetRoutes<ForecastMonthRow>('ledger.read', {
  view: ForecastMonthRow,
  listing: forecastRowListing,
  many: 'the rows of forecasts',
}) {
  constructor(protected readonly reader: ForecastRowReader) {
    super();
  }
}
