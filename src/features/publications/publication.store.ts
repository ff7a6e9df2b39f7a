import { Injectable } from '@nestjs/common';
import type { WriteSession } from '../../platform/database/session.js';
import { addTo, type NewRow } from '../shared/add-to.js';
import { PublicationRow } from './publication.entity.js';
import { WithdrawalRow } from './withdrawal.entity.js';

/** The only file that writes publications and their withdrawals. */
@Injectable()
export class PublicationStore {
  addPublication(session: WriteSession, row: NewRow<PublicationRow>): Promise<PublicationRow> {
    return addTo(session, PublicationRow, row);
  }

  addWithdrawal(session: WriteSession, row: NewRow<WithdrawalRow>): Promise<WithdrawalRow> {
    return addTo(session, WithdrawalRow, row);
  }
}
