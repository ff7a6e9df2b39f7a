import { Injectable } from '@nestjs/common';
import { type Context, within } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import { Ids } from '../../platform/ids/ids.js';
import { provenanceColumns } from '../shared/provenance.js';
import { whoActs } from './decide-draft.js';
import type { LedgerReopening, NewReopeningApproval, NewReopeningRejection } from './dto/reopening.js';
import { PeriodStore } from './period.store.js';
import { ReopeningReader } from './reopening.reader.js';

@Injectable()
export class DecideReopening {
  constructor(
    private readonly database: Database,
    private readonly store: PeriodStore,
    private readonly reopenings: ReopeningReader,
    private readonly ids: Ids,
  ) {}

  /** Opens a month again, as another council asked, or leaves it closed, with the reason. Whose council, the database holds. */
  run(
    context: Context,
    partnership: string,
    reopening: string,
    given: NewReopeningApproval | NewReopeningRejection,
  ): Promise<LedgerReopening> {
    return this.database.write(within(context, partnership), async (session) => {
      await this.reopenings.findIn(session, [partnership, reopening]);
      await this.store.addOutcome(session, {
        ...{ partnership_id: partnership, id: this.ids.next(), reopening_id: reopening },
        outcome: 'reason' in given ? 'rejected' : 'approved',
        reason: 'reason' in given ? given.reason : null,
        authority_id: await whoActs(session),
        ...provenanceColumns(given),
      });
      return this.reopenings.findIn(session, [partnership, reopening]);
    });
  }
}
