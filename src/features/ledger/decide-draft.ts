import { Injectable } from '@nestjs/common';
import { type Context, within } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import type { WriteSession } from '../../platform/database/session.js';
import { statement } from '../../platform/database/statement.js';
import { Refused } from '../../platform/http/problem.js';
import { Ids } from '../../platform/ids/ids.js';
import { provenanceColumns } from '../shared/provenance.js';
import { DraftReader } from './draft.reader.js';
import { DraftStore } from './draft.store.js';
import type { LedgerDraft, NewDraftApproval, NewDraftRejection } from './dto/draft.js';

const whoDecides = statement('select authz.authority() as authority');

/** The authority in whose name somebody acts; none for a service. */
export async function whoActs(session: WriteSession): Promise<string | null> {
  return (await session.one<{ authority: string | null }>(whoDecides))?.authority ?? null;
}

type Decision = NewDraftApproval | NewDraftRejection;

@Injectable()
export class DecideDraft {
  constructor(
    private readonly database: Database,
    private readonly store: DraftStore,
    private readonly drafts: DraftReader,
    private readonly ids: Ids,
  ) {}

  /**
   * Approves the newest version of a draft, which posts exactly what it says in the same statement; or, where a reason is
   * given, rejects it. That whoever decides has entered none of it, and whose council they are of, the database holds.
   */
  run(context: Context, partnership: string, draft: string, given: Decision): Promise<LedgerDraft> {
    return this.database.write(within(context, partnership), async (session) => {
      // Asked together, which is one round trip.
      const reading = this.drafts.findIn(session, [partnership, draft]);
      const [read, authority] = await Promise.all([reading, whoActs(session)]);
      const version = read.versions.find(({ digest }) => digest === given.digest);
      if (!version) throw notWhatItSays();
      await this.decide(session, { partnership, draft, number: version.number, authority }, given);
      return this.drafts.findIn(session, [partnership, draft]);
    });
  }

  private async decide(
    session: WriteSession,
    of: Record<'partnership' | 'draft', string> & { number: number; authority: string | null },
    given: Decision,
  ) {
    await this.store.addOutcome(session, {
      ...{ partnership_id: of.partnership, id: this.ids.next(), draft_id: of.draft, number: of.number },
      digest: given.digest,
      outcome: 'reason' in given ? 'rejected' : 'approved',
      reason: 'reason' in given ? given.reason : null,
      authority_id: of.authority,
      ...provenanceColumns(given),
    });
  }
}

function notWhatItSays(): Refused {
  const detail = 'No version of this draft has that digest. Read it as it stands now, and decide that.';
  return new Refused('conflict', detail, [{ pointer: '/digest', code: 'not-what-it-says', detail }]);
}
