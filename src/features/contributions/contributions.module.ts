import { Module } from '@nestjs/common';
import { AddContribution } from './add-contribution.js';
import { AddProvision } from './add-provision.js';
import { AddReceipt } from './add-receipt.js';
import { ContributionReader } from './contribution.reader.js';
import { ContributionStore } from './contribution.store.js';
import { ContributionsController } from './contributions.controller.js';
import { ProvisionReader } from './provision.reader.js';
import { ProvisionsController } from './provisions.controller.js';
import { ReceiptReader } from './receipt.reader.js';
import { ReceiptsController } from './receipts.controller.js';

const verbs = [AddContribution, AddReceipt, AddProvision];
const readers = [ContributionReader, ReceiptReader, ProvisionReader];

@Module({
  controllers: [ContributionsController, ReceiptsController, ProvisionsController],
  providers: [ContributionStore, ...verbs, ...readers],
  exports: [...verbs, ...readers],
})
export class ContributionsModule {}
