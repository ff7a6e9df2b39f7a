import { Module } from '@nestjs/common';
import { SharesModule } from '../shares/shares.module.js';
import { AllFlagsController } from './all-flags.controller.js';
import { FlagReader } from './flag.reader.js';
import { FlagsController } from './flags.controller.js';
import { Schedules } from './schedules.js';
import { YearBills } from './year-bills.js';

@Module({
  imports: [SharesModule],
  controllers: [FlagsController, AllFlagsController],
  providers: [FlagReader, YearBills, Schedules],
  exports: [FlagReader],
})
export class FlagsModule {}
