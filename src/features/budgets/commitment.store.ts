import { Injectable } from '@nestjs/common';
import type { WriteSession } from '../../platform/database/session.js';
import { addTo, type NewRow } from '../shared/add-to.js';
import { CommitmentReleaseRow, CommitmentRow } from './commitment.entity.js';

/** The only file that writes orders and what is let go of them. What is paid of one the ledger's entries say. */
@Injectable()
export class CommitmentStore {
  addCommitment(session: WriteSession, row: NewRow<CommitmentRow>): Promise<CommitmentRow> {
    return addTo(session, CommitmentRow, row);
  }

  addRelease(session: WriteSession, row: NewRow<CommitmentReleaseRow>): Promise<CommitmentReleaseRow> {
    return addTo(session, CommitmentReleaseRow, row);
  }
}
