import { Module } from '@nestjs/common';
import { SheetReader } from '../../platform/sheets/sheet-reader.js';
import { ContributionsModule } from '../contributions/contributions.module.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { MeasuresModule } from '../measures/measures.module.js';
import { ReconciliationsModule } from '../reconciliations/reconciliations.module.js';
import { IMPORT_KINDS, type ImportKind, importKindsOf } from '../shared/import-kind.js';
import { BeginImport } from './begin-import.js';
import { ConfirmImport } from './confirm-import.js';
import { DecideImport } from './decide-import.js';
import { ImportDecisionsController } from './import-decisions.controller.js';
import { ImportRowsController } from './import-rows.controller.js';
import { ImportRowsReader } from './import-rows.reader.js';
import { ImportReader } from './import.reader.js';
import { ImportStore } from './import.store.js';
import { ImportsController } from './imports.controller.js';
import { SubmitImport } from './submit-import.js';

/** What sheets may bring, of every room. */
const kinds = {
  provide: IMPORT_KINDS,
  inject: ['contributions', 'ledger', 'measures', 'reconciliations'].map(importKindsOf),
  useFactory: (...rooms: (readonly ImportKind[])[]) => rooms.flat(),
};

const verbs = [BeginImport, ConfirmImport, SubmitImport, DecideImport];

@Module({
  imports: [ContributionsModule, LedgerModule, MeasuresModule, ReconciliationsModule],
  controllers: [ImportsController, ImportDecisionsController, ImportRowsController],
  providers: [kinds, SheetReader, ImportStore, ImportReader, ImportRowsReader, ...verbs],
  exports: [ImportReader, ImportRowsReader, ...verbs],
})
export class ImportsModule {}
