import { Injectable } from '@nestjs/common';
import type { WriteSession } from '../../platform/database/session.js';
import { addTo, type NewRow } from '../shared/add-to.js';
import { DecisionRow } from './decision.entity.js';

/** The only file that writes decisions. */
@Injectable()
export class DecisionStore {
  addDecision(session: WriteSession, row: NewRow<DecisionRow>): Promise<DecisionRow> {
    return addTo(session, DecisionRow, row);
  }
}
