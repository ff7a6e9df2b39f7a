import { Module } from '@nestjs/common';
import { SharesModule } from '../shares/shares.module.js';
import { PublicationReader } from './publication.reader.js';
import { PublicationStore } from './publication.store.js';
import { PublicationsController } from './publications.controller.js';
import { PublishStatement } from './publish-statement.js';
import { PublishedController } from './published.controller.js';
import { PublishedReader } from './published.reader.js';
import { WithdrawPublication } from './withdraw-publication.js';
import { WithdrawalReader } from './withdrawal.reader.js';
import { WithdrawalsController } from './withdrawals.controller.js';

@Module({
  imports: [SharesModule],
  controllers: [PublicationsController, WithdrawalsController, PublishedController],
  providers: [
    PublicationStore,
    PublishStatement,
    WithdrawPublication,
    PublicationReader,
    WithdrawalReader,
    PublishedReader,
  ],
  exports: [PublishStatement, PublishedReader],
})
export class PublicationsModule {}
