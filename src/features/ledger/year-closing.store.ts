import { Injectable } from '@nestjs/common';
import type { WriteSession } from '../../platform/database/session.js';
import { addTo, type NewRow } from '../shared/add-to.js';
import { LedgerYearClosingRow } from './year-closing.entity.js';

/** The only file that writes closings of years; what they freeze a trigger puts in. */
@Injectable()
export class YearClosingStore {
  addClosing(session: WriteSession, row: NewRow<LedgerYearClosingRow>): Promise<LedgerYearClosingRow> {
    return addTo(session, LedgerYearClosingRow, row);
  }
}
