import { Injectable } from '@nestjs/common';
import { type Context, within } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import { Ids } from '../../platform/ids/ids.js';
import { provenanceColumns } from '../shared/provenance.js';
import { compose } from './draft-content.js';
import { DraftReader } from './draft.reader.js';
import { DraftStore } from './draft.store.js';
import type { LedgerDraft, NewDraft } from './dto/draft.js';

@Injectable()
export class ProposeEntry {
  constructor(
    private readonly database: Database,
    private readonly store: DraftStore,
    private readonly drafts: DraftReader,
    private readonly ids: Ids,
  ) {}

  /** Keeps what is proposed as a draft with a first version. Nothing is posted until somebody else approves it. */
  run(context: Context, partnership: string, given: NewDraft, id = this.ids.next()): Promise<LedgerDraft> {
    return this.database.write(within(context, partnership), async (session) => {
      const { content, authority } = await compose(session, partnership, given);
      const of = { partnership_id: partnership, authority_id: authority, ...provenanceColumns(given) };
      await this.store.addDraft(session, { ...of, id, kind: given.kind });
      await this.store.addVersion(session, {
        ...of,
        id: this.ids.next(),
        draft_id: id,
        content: JSON.stringify(content),
      });
      return this.drafts.findIn(session, [partnership, id]);
    });
  }
}
