import { Injectable } from '@nestjs/common';
import type { WriteSession } from '../../platform/database/session.js';
import { addTo, type NewRow } from '../shared/add-to.js';
import { CalculationRow } from './calculation.entity.js';

/** The only file that writes recorded calculations. */
@Injectable()
export class CalculationStore {
  addCalculation(session: WriteSession, row: NewRow<CalculationRow>): Promise<CalculationRow> {
    return addTo(session, CalculationRow, row);
  }
}
