import { Module } from '@nestjs/common';
import { importKindsOf } from '../shared/import-kind.js';
import { AddContribution } from './add-contribution.js';
import { AddProvision } from './add-provision.js';
import { AddReceipt } from './add-receipt.js';
import { contributionKind } from './contribution-kind.js';
import { ContributionReader } from './contribution.reader.js';
import { ContributionStore } from './contribution.store.js';
import { ContributionsController } from './contributions.controller.js';
import { provisionKind } from './provision-kind.js';
import { ProvisionReader } from './provision.reader.js';
import { ProvisionsController } from './provisions.controller.js';
import { receiptKind } from './receipt-kind.js';
import { ReceiptReader } from './receipt.reader.js';
import { ReceiptsController } from './receipts.controller.js';

const verbs = [AddContribution, AddReceipt, AddProvision];
const readers = [ContributionReader, ReceiptReader, ProvisionReader];

/** What of this room's records sheets may bring. */
const kinds = {
  provide: importKindsOf('contributions'),
  useValue: [contributionKind, receiptKind, provisionKind],
};

@Module({
  controllers: [ContributionsController, ReceiptsController, ProvisionsController],
  providers: [kinds, ContributionStore, ...verbs, ...readers],
  exports: [kinds, ...verbs, ...readers],
})
export class ContributionsModule {}
