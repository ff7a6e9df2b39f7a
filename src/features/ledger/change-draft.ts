import { Injectable } from '@nestjs/common';
import { type Context, within } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import { Ids } from '../../platform/ids/ids.js';
import { Refused } from '../../platform/http/problem.js';
import { provenanceColumns } from '../shared/provenance.js';
import { compose } from './draft-content.js';
import { DraftReader } from './draft.reader.js';
import { DraftStore } from './draft.store.js';
import { draftKinds, type LedgerDraft, type NewDraft, type NewDraftVersion } from './dto/draft.js';

@Injectable()
export class ChangeDraft {
  constructor(
    private readonly database: Database,
    private readonly store: DraftStore,
    private readonly drafts: DraftReader,
    private readonly ids: Ids,
  ) {}

  /** A new version of a draft; those before it stay. Refused once it is decided: the database holds that. */
  run(context: Context, partnership: string, draft: string, given: NewDraftVersion): Promise<LedgerDraft> {
    return this.database.write(within(context, partnership), async (session) => {
      const { authority, ...was } = await this.drafts.findIn(session, [partnership, draft]);
      const whole: NewDraft = { ...given, kind: mustBeProposable(was), authority };
      const { content } = await compose(session, partnership, whole);
      await this.store.addVersion(session, {
        ...{ partnership_id: partnership, id: this.ids.next(), draft_id: draft, authority_id: authority },
        content: JSON.stringify(content),
        ...provenanceColumns(given),
      });
      return this.drafts.findIn(session, [partnership, draft]);
    });
  }
}

/** What follows from a settlement says what was calculated, and nobody else says otherwise. */
function mustBeProposable({ kind, settlement }: Pick<LedgerDraft, 'kind' | 'settlement'>): NewDraft['kind'] {
  const proposable = draftKinds.find((one) => one === kind);
  if (proposable && settlement === null) return proposable;
  const detail = 'This follows from a recorded calculation. Reject it, record what is right and settle that.';
  throw new Refused('conflict', detail, [{ pointer: '/amount', code: 'settled', detail }]);
}
