import { Injectable } from '@nestjs/common';
import { type Context, within } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import { Ids } from '../../platform/ids/ids.js';
import { provenanceColumns } from '../shared/provenance.js';
import { whoActs } from './decide-draft.js';
import type { LedgerReopening, NewReopening } from './dto/reopening.js';
import { PeriodStore } from './period.store.js';
import { ReopeningReader } from './reopening.reader.js';

@Injectable()
export class AskReopening {
  constructor(
    private readonly database: Database,
    private readonly store: PeriodStore,
    private readonly reopenings: ReopeningReader,
    private readonly ids: Ids,
  ) {}

  /** Asks for a month to be opened again. It stays closed until another council approves. */
  run(context: Context, partnership: string, given: NewReopening): Promise<LedgerReopening> {
    return this.database.write(within(context, partnership), async (session) => {
      const id = this.ids.next();
      await this.store.addReopening(session, {
        ...{ partnership_id: partnership, id, closing_id: given.closing, why: given.why },
        authority_id: await whoActs(session),
        ...provenanceColumns(given),
      });
      return this.reopenings.findIn(session, [partnership, id]);
    });
  }
}
