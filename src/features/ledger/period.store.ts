import { Injectable } from '@nestjs/common';
import type { WriteSession } from '../../platform/database/session.js';
import { addTo, type NewRow } from '../shared/add-to.js';
import { LedgerClosingRow, LedgerReopeningOutcomeRow, LedgerReopeningRow } from './period.entity.js';

/** The only file that writes closings and re-openings; what follows from them triggers do. */
@Injectable()
export class PeriodStore {
  addClosing(session: WriteSession, row: NewRow<LedgerClosingRow>): Promise<LedgerClosingRow> {
    return addTo(session, LedgerClosingRow, row);
  }

  addReopening(session: WriteSession, row: NewRow<LedgerReopeningRow>): Promise<LedgerReopeningRow> {
    return addTo(session, LedgerReopeningRow, row);
  }

  addOutcome(session: WriteSession, row: NewRow<LedgerReopeningOutcomeRow>): Promise<LedgerReopeningOutcomeRow> {
    return addTo(session, LedgerReopeningOutcomeRow, row);
  }
}
