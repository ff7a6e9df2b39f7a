import { Module } from '@nestjs/common';
import { CalculationsController } from './calculations.controller.js';
import { CompareController } from './compare.controller.js';
import { ShareStatementReader } from './share-statement.reader.js';
import { ShareStatementsController } from './share-statements.controller.js';
import { TrueUpController } from './true-up.controller.js';
import { VarianceController } from './variance.controller.js';
import { YearCalculations } from './year-calculations.js';

@Module({
  controllers: [
    CalculationsController,
    CompareController,
    ShareStatementsController,
    TrueUpController,
    VarianceController,
  ],
  providers: [ShareStatementReader, YearCalculations],
  exports: [ShareStatementReader],
})
export class SharesModule {}
