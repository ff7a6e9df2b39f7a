import { Module } from '@nestjs/common';
import { EntriesController } from './entries.controller.js';
import { EntryReader } from './entry.reader.js';
import { PositionController } from './position.controller.js';
import { PositionReader } from './position.reader.js';

@Module({
  controllers: [EntriesController, PositionController],
  providers: [EntryReader, PositionReader],
})
export class LedgerModule {}
