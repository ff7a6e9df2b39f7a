import { Module } from '@nestjs/common';
import { AgreementsModule } from '../agreements/agreements.module.js';
import { SharesModule } from '../shares/shares.module.js';
import { CalculationReader } from './calculation.reader.js';
import { CalculationStore } from './calculation.store.js';
import { RecordCalculation } from './record-calculation.js';
import { TryCalculation } from './try-calculation.js';
import { RecordedCalculationsController } from './recorded-calculations.controller.js';
import { PutIn } from './references/put-in.js';
import { StoredDocuments } from './references/stored-documents.js';
import { WhatIsAsked } from './what-is-asked.js';
import { RecordedYearReader } from './years/recorded-year.reader.js';
import { RecordedYearsController } from './years/recorded-years.controller.js';

@Module({
  imports: [AgreementsModule, SharesModule],
  controllers: [RecordedCalculationsController, RecordedYearsController],
  providers: [
    CalculationStore,
    CalculationReader,
    RecordCalculation,
    TryCalculation,
    WhatIsAsked,
    PutIn,
    StoredDocuments,
    RecordedYearReader,
  ],
  exports: [CalculationReader, RecordCalculation, TryCalculation, RecordedYearReader],
})
export class CalculationsModule {}
