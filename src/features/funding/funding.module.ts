import { Module } from '@nestjs/common';
import { AddCertaintyChange } from './add-certainty-change.js';
import { AddFundingAmount } from './add-funding-amount.js';
import { AddFundingSource } from './add-funding-source.js';
import { AddPackageReturn } from './add-package-return.js';
import { AddPlannedSpend } from './add-planned-spend.js';
import { CertaintyChangeReader } from './certainty-change.reader.js';
import { CertaintyChangesController } from './certainty-changes.controller.js';
import { FundingAmountReader } from './funding-amount.reader.js';
import { FundingAmountsController } from './funding-amounts.controller.js';
import { FundingSourceReader } from './funding-source.reader.js';
import { FundingSourcesController } from './funding-sources.controller.js';
import { FundingStore } from './funding.store.js';
import { PackageReturnReader } from './package-return.reader.js';
import { PackageReturnsController } from './package-returns.controller.js';
import { PlannedSpendReader } from './planned-spend.reader.js';
import { PlannedSpendsController } from './planned-spends.controller.js';

const verbs = [AddFundingSource, AddFundingAmount, AddCertaintyChange, AddPlannedSpend, AddPackageReturn];
const readers = [
  FundingSourceReader,
  FundingAmountReader,
  CertaintyChangeReader,
  PlannedSpendReader,
  PackageReturnReader,
];
const controllers = [
  FundingSourcesController,
  FundingAmountsController,
  CertaintyChangesController,
  PlannedSpendsController,
  PackageReturnsController,
];

@Module({
  controllers,
  providers: [FundingStore, ...verbs, ...readers],
  exports: [...verbs, ...readers],
})
export class FundingModule {}
