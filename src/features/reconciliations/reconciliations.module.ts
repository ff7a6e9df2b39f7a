import { Module } from '@nestjs/common';
import { LedgerModule } from '../ledger/ledger.module.js';
import { importKindsOf } from '../shared/import-kind.js';
import { BeginReconciliation } from './begin-reconciliation.js';
import { hostLedgerKind } from './host-ledger-kind.js';
import { HostLineReader } from './host-line.reader.js';
import { HostLinesController } from './host-lines.controller.js';
import { HostMatchReader } from './host-match.reader.js';
import { HostMatchesController } from './host-matches.controller.js';
import { ReconciliationReader } from './reconciliation.reader.js';
import { ReconciliationStore } from './reconciliation.store.js';
import { ReconciliationsController } from './reconciliations.controller.js';
import { ReportReader } from './report.reader.js';
import { SayByHand } from './say-by-hand.js';
import { UndoByHand } from './undo-by-hand.js';
import { WorkOut } from './work-out.js';

/** What of this room's records sheets may bring. */
const kinds = { provide: importKindsOf('reconciliations'), useValue: [hostLedgerKind] };
const verbs = [BeginReconciliation, SayByHand, UndoByHand];
const readers = [HostLineReader, HostMatchReader, ReconciliationReader, ReportReader];

@Module({
  imports: [LedgerModule],
  controllers: [HostLinesController, ReconciliationsController, HostMatchesController],
  providers: [kinds, ReconciliationStore, WorkOut, ...verbs, ...readers],
  exports: [kinds, ...verbs, ...readers],
})
export class ReconciliationsModule {}
