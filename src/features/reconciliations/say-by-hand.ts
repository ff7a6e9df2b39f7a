import { Injectable } from '@nestjs/common';
import { type Context, within } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import { Ids } from '../../platform/ids/ids.js';
import { provenanceColumns } from '../shared/provenance.js';
import type { HostMatch, NewHostMatch } from './dto/host-match.js';
import { HostMatchReader } from './host-match.reader.js';
import { ReconciliationStore } from './reconciliation.store.js';

@Injectable()
export class SayByHand {
  constructor(
    private readonly database: Database,
    private readonly store: ReconciliationStore,
    private readonly matches: HostMatchReader,
    private readonly ids: Ids,
  ) {}

  /** Records that lines belong together, are what they are, or are to be kept apart; the database holds that no line is in two. */
  run(context: Context, partnership: string, given: NewHostMatch): Promise<HostMatch> {
    return this.database.write(within(context, partnership), async (session) => {
      const id = this.ids.next();
      await this.store.addMatch(session, {
        ...{ partnership_id: partnership, id, reconciliation_id: given.reconciliation, kind: given.kind },
        ...{ host_lines: given.lines, entries: given.entries, reason: given.reason },
        ...provenanceColumns(given),
      });
      return this.matches.findIn(session, [partnership, id]);
    });
  }
}
