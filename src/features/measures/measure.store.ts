import { Injectable } from '@nestjs/common';
import type { WriteSession } from '../../platform/database/session.js';
import { addTo, type NewRow } from '../shared/add-to.js';
import { MeasureValueRow } from './measure-value.entity.js';

/** The only file that writes measures. */
@Injectable()
export class MeasureStore {
  add(session: WriteSession, row: NewRow<MeasureValueRow>): Promise<MeasureValueRow> {
    return addTo(session, MeasureValueRow, row);
  }
}
