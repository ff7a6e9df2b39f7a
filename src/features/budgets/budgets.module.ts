import { Module } from '@nestjs/common';
import { BudgetReader } from './budget.reader.js';
import { BudgetStore } from './budget.store.js';
import { BudgetsController } from './budgets.controller.js';
import { ForecastReader } from './forecast.reader.js';
import { ForecastsController } from './forecasts.controller.js';
import { BudgetLinesController, ForecastRowsController } from './line-rows.controller.js';
import { BudgetLineReader, ForecastRowReader } from './line-rows.reader.js';
import { RecordBudget } from './record-budget.js';
import { RecordForecast } from './record-forecast.js';

const readers = [BudgetReader, ForecastReader];
const verbs = [RecordBudget, RecordForecast];

@Module({
  controllers: [BudgetsController, ForecastsController, BudgetLinesController, ForecastRowsController],
  providers: [BudgetStore, BudgetLineReader, ForecastRowReader, ...readers, ...verbs],
  exports: [...readers, ...verbs],
})
export class BudgetsModule {}
