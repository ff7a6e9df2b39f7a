import { Module } from '@nestjs/common';
import { AgreementsModule } from '../agreements/agreements.module.js';
import { SharesModule } from '../shares/shares.module.js';
import { BudgetReader } from './budget.reader.js';
import { BudgetStore } from './budget.store.js';
import { BudgetsController } from './budgets.controller.js';
import { CommitmentReader } from './commitment.reader.js';
import { CommitmentStore } from './commitment.store.js';
import { CommitmentReleasesController, CommitmentsController } from './commitments.controller.js';
import { ForecastReader } from './forecast.reader.js';
import { ForecastsController } from './forecasts.controller.js';
import { BudgetLinesController, ForecastRowsController } from './line-rows.controller.js';
import { BudgetLineReader, ForecastRowReader } from './line-rows.reader.js';
import { OutturnController } from './outturn.controller.js';
import { OutturnReader } from './outturn.reader.js';
import { PlaceOrder } from './place-order.js';
import { ProjectVariance } from './project-variance.js';
import { ProjectedVarianceController } from './projected-variance.controller.js';
import { RecordBudget } from './record-budget.js';
import { RecordForecast } from './record-forecast.js';
import { ReleaseOrder } from './release-order.js';
import { ReleaseReader } from './release.reader.js';

const readers = [BudgetReader, ForecastReader, CommitmentReader, OutturnReader, ProjectVariance];
const verbs = [RecordBudget, RecordForecast, PlaceOrder, ReleaseOrder];

@Module({
  imports: [AgreementsModule, SharesModule],
  controllers: [
    BudgetsController,
    ForecastsController,
    BudgetLinesController,
    ForecastRowsController,
    CommitmentsController,
    CommitmentReleasesController,
    OutturnController,
    ProjectedVarianceController,
  ],
  providers: [BudgetStore, CommitmentStore, BudgetLineReader, ForecastRowReader, ReleaseReader, ...readers, ...verbs],
  exports: [BudgetLineReader, ...readers, ...verbs],
})
export class BudgetsModule {}
