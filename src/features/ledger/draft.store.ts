import { Injectable } from '@nestjs/common';
import type { WriteSession } from '../../platform/database/session.js';
import { addTo, type NewRow } from '../shared/add-to.js';
import { LedgerDraftRow, LedgerDraftVersionRow, LedgerOutcomeRow } from './draft.entity.js';

/** The only file that writes drafts; what is posted of them triggers post. */
@Injectable()
export class DraftStore {
  addDraft(session: WriteSession, row: NewRow<LedgerDraftRow>): Promise<LedgerDraftRow> {
    return addTo(session, LedgerDraftRow, row);
  }

  addVersion(session: WriteSession, row: NewRow<LedgerDraftVersionRow>): Promise<LedgerDraftVersionRow> {
    return addTo(session, LedgerDraftVersionRow, row);
  }

  addOutcome(session: WriteSession, row: NewRow<LedgerOutcomeRow>): Promise<LedgerOutcomeRow> {
    return addTo(session, LedgerOutcomeRow, row);
  }
}
