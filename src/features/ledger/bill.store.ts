import { Injectable } from '@nestjs/common';
import type { WriteSession } from '../../platform/database/session.js';
import { addTo, type NewRow } from '../shared/add-to.js';
import { LedgerBillEventRow } from './bill.entity.js';

/** The only file that writes what is recorded of bills. */
@Injectable()
export class BillStore {
  addEvent(session: WriteSession, row: NewRow<LedgerBillEventRow>): Promise<LedgerBillEventRow> {
    return addTo(session, LedgerBillEventRow, row);
  }
}
