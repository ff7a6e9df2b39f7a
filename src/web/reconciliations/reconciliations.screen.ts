import { Injectable } from '@nestjs/common';
import { ImportReader } from '../../features/imports/import.reader.js';
import { ReconciliationReader } from '../../features/reconciliations/reconciliation.reader.js';
import { ReportReader } from '../../features/reconciliations/report.reader.js';
import type { Context } from '../../platform/database/context.js';
import { LedgerScreen } from '../ledger/ledger.screen.js';
import type { Visitor } from '../visitor/visitor.js';
import { may } from '../visitor/visitor.js';

/** Asks what the pages of reconciliations rest on. */
@Injectable()
export class ReconciliationsScreen {
  constructor(
    private readonly ledger: LedgerScreen,
    private readonly reconciliations: ReconciliationReader,
    private readonly reports: ReportReader,
    private readonly imports: ImportReader,
  ) {}

  place(context: Context, id: string) {
    return this.ledger.place(context, id);
  }

  list(context: Context, id: string, query: Readonly<Record<string, string>>) {
    return this.reconciliations.list(context, id, { sort: '-recordedOn', ...query });
  }

  /** Files of the host's ledger, for those who may hold them against ours. */
  async files(context: Context, id: string, visitor: Visitor | undefined) {
    if (!may(visitor, 'reconciliation.add') || !may(visitor, 'import.read')) return [];
    const { items } = await this.imports.list(context, id, { kind: 'host-ledger', sort: '-recordedOn', limit: '20' });
    return items;
  }

  report(context: Context, partnership: string, id: string) {
    return this.reports.read(context, partnership, id, null);
  }
}
