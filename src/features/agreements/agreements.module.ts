import { Module } from '@nestjs/common';
import { AddAgreementVersion } from './add-agreement-version.js';
import { AddAgreement } from './add-agreement.js';
import { AgreementVersionReader } from './agreement-version.reader.js';
import { AgreementVersionsController } from './agreement-versions.controller.js';
import { AgreementReader } from './agreement.reader.js';
import { AgreementStore } from './agreement.store.js';
import { AgreementsController } from './agreements.controller.js';

const verbs = [AddAgreement, AddAgreementVersion];
const readers = [AgreementReader, AgreementVersionReader];

@Module({
  controllers: [AgreementsController, AgreementVersionsController],
  providers: [AgreementStore, ...verbs, ...readers],
  exports: [...verbs, ...readers],
})
export class AgreementsModule {}
