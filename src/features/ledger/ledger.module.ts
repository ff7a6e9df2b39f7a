import { Module } from '@nestjs/common';
import { CalculationsModule } from '../calculations/calculations.module.js';
import { importKindsOf } from '../shared/import-kind.js';
import { SharesModule } from '../shares/shares.module.js';
import { AgedDebtController } from './aged-debt.controller.js';
import { AgedDebtReader } from './aged-debt.reader.js';
import { AccountEntriesReader } from './account-entries.reader.js';
import { AskReopening } from './ask-reopening.js';
import { BillReader } from './bill.reader.js';
import { BillStore } from './bill.store.js';
import { BillsController } from './bills.controller.js';
import { ChangeDraft } from './change-draft.js';
import { CheckLedger } from './check-ledger.js';
import { CheckController } from './check.controller.js';
import { CloseMonth } from './close-month.js';
import { ClosingReader } from './closing.reader.js';
import { ClosingsController } from './closings.controller.js';
import { ClosingSheetsController, YearClosingSheetsController } from './frozen-sheets.controller.js';
import { DecideDraft } from './decide-draft.js';
import { DecideReopening } from './decide-reopening.js';
import { DraftMakersReader } from './draft-makers.reader.js';
import { DraftReader } from './draft.reader.js';
import { DraftStore } from './draft.store.js';
import { DraftsController } from './drafts.controller.js';
import { EntriesController } from './entries.controller.js';
import { EntryReader } from './entry.reader.js';
import { InstalmentsController } from './instalments.controller.js';
import { InstalmentsReader } from './instalments.reader.js';
import { MarkBill } from './mark-bill.js';
import { MarkBillsController } from './mark-bills.controller.js';
import { PeriodStore } from './period.store.js';
import { PositionController } from './position.controller.js';
import { PositionReader } from './position.reader.js';
import { ProposeEntry } from './propose-entry.js';
import { ProposeInstalment } from './propose-instalment.js';
import { ReopeningReader } from './reopening.reader.js';
import { ReopeningsController } from './reopenings.controller.js';
import { ProposeSettlement } from './propose-settlement.js';
import { SettlementReader } from './settlement.reader.js';
import { SettlementStore } from './settlement.store.js';
import { SettlementsController } from './settlements.controller.js';
import { StatementOfAccountReader } from './statement-of-account.reader.js';
import { StatementsOfAccountController } from './statements-of-account.controller.js';
import { spendingKind } from './spending-kind.js';
import { SpendingController } from './spending.controller.js';
import { SpendingReader } from './spending.reader.js';
import { CloseYear } from './close-year.js';
import { YearClosingReader } from './year-closing.reader.js';
import { YearClosingStore } from './year-closing.store.js';
import { YearClosingsController } from './year-closings.controller.js';
import { YearEndController } from './year-end.controller.js';
import { YearEndReader } from './year-end.reader.js';

/** What of this room's records sheets may bring. */
const kinds = { provide: importKindsOf('ledger'), useValue: [spendingKind] };

@Module({
  imports: [CalculationsModule, SharesModule],
  controllers: [
    EntriesController,
    DraftsController,
    PositionController,
    InstalmentsController,
    BillsController,
    MarkBillsController,
    AgedDebtController,
    StatementsOfAccountController,
    ClosingSheetsController,
    ClosingsController,
    ReopeningsController,
    SettlementsController,
    SpendingController,
    YearClosingSheetsController,
    YearClosingsController,
    YearEndController,
    CheckController,
  ],
  providers: [
    kinds,
    AccountEntriesReader,
    SpendingReader,
    DraftMakersReader,
    EntryReader,
    DraftReader,
    PositionReader,
    InstalmentsReader,
    BillReader,
    BillStore,
    AgedDebtReader,
    StatementOfAccountReader,
    MarkBill,
    DraftStore,
    ProposeEntry,
    ProposeInstalment,
    ChangeDraft,
    DecideDraft,
    ClosingReader,
    ReopeningReader,
    PeriodStore,
    CloseMonth,
    AskReopening,
    DecideReopening,
    SettlementStore,
    SettlementReader,
    ProposeSettlement,
    YearClosingStore,
    YearClosingReader,
    CloseYear,
    YearEndReader,
    CheckLedger,
  ],
  exports: [
    kinds,
    AgedDebtReader,
    BillReader,
    InstalmentsReader,
    MarkBill,
    StatementOfAccountReader,
    AccountEntriesReader,
    ProposeSettlement,
    CloseYear,
    YearEndReader,
    ClosingReader,
    ReopeningReader,
    CloseMonth,
    AskReopening,
    DecideReopening,
    CheckLedger,
    EntryReader,
    DraftReader,
    DraftMakersReader,
    PositionReader,
    ProposeEntry,
    ProposeInstalment,
    ChangeDraft,
    DecideDraft,
  ],
})
export class LedgerModule {}
