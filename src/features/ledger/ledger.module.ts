import { Module } from '@nestjs/common';
import { ChangeDraft } from './change-draft.js';
import { DecideDraft } from './decide-draft.js';
import { DraftReader } from './draft.reader.js';
import { DraftStore } from './draft.store.js';
import { DraftsController } from './drafts.controller.js';
import { EntriesController } from './entries.controller.js';
import { EntryReader } from './entry.reader.js';
import { PositionController } from './position.controller.js';
import { PositionReader } from './position.reader.js';
import { ProposeEntry } from './propose-entry.js';

@Module({
  controllers: [EntriesController, DraftsController, PositionController],
  providers: [EntryReader, DraftReader, PositionReader, DraftStore, ProposeEntry, ChangeDraft, DecideDraft],
  exports: [EntryReader, PositionReader],
})
export class LedgerModule {}
