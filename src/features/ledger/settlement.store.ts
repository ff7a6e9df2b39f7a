import { Injectable } from '@nestjs/common';
import type { WriteSession } from '../../platform/database/session.js';
import { addTo, type NewRow } from '../shared/add-to.js';
import { LedgerSettlementRow } from './settlement.entity.js';

/** The only file that writes settlements. */
@Injectable()
export class SettlementStore {
  addSettlement(session: WriteSession, row: NewRow<LedgerSettlementRow>): Promise<LedgerSettlementRow> {
    return addTo(session, LedgerSettlementRow, row);
  }
}
