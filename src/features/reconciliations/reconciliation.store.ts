import { Injectable } from '@nestjs/common';
import type { WriteSession } from '../../platform/database/session.js';
import { addTo, type NewRow } from '../shared/add-to.js';
import { HostMatchRow, HostMatchUndoneRow, ReconciliationRow } from './reconciliation.entity.js';

/** The only file that writes reconciliations and what people say of them; lines of the host's ledger an import adds. */
@Injectable()
export class ReconciliationStore {
  async add(session: WriteSession, row: NewRow<ReconciliationRow>): Promise<void> {
    await addTo(session, ReconciliationRow, row);
  }

  async addMatch(session: WriteSession, row: NewRow<HostMatchRow>): Promise<void> {
    await addTo(session, HostMatchRow, row);
  }

  async addUndoing(session: WriteSession, row: NewRow<HostMatchUndoneRow>): Promise<void> {
    await addTo(session, HostMatchUndoneRow, row);
  }
}
