import { Injectable } from '@nestjs/common';
import { type Context, within } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import { provenanceColumns } from '../shared/provenance.js';
import type { HostMatch, NewUndoing } from './dto/host-match.js';
import { HostMatchReader } from './host-match.reader.js';
import { ReconciliationStore } from './reconciliation.store.js';

@Injectable()
export class UndoByHand {
  constructor(
    private readonly database: Database,
    private readonly store: ReconciliationStore,
    private readonly matches: HostMatchReader,
  ) {}

  /** Records that what somebody said by hand no longer stands. It stays on record, and its lines are free again. */
  run(context: Context, partnership: string, match: string, given: NewUndoing): Promise<HostMatch> {
    return this.database.write(within(context, partnership), async (session) => {
      await this.matches.findIn(session, [partnership, match]);
      const row = { partnership_id: partnership, id: match, reason: given.reason, ...provenanceColumns(given) };
      await this.store.addUndoing(session, row);
      return this.matches.findIn(session, [partnership, match]);
    });
  }
}
