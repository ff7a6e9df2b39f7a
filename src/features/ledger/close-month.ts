import { Injectable } from '@nestjs/common';
import { type Context, within } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import { Ids } from '../../platform/ids/ids.js';
import { provenanceColumns } from '../shared/provenance.js';
import { showClosing } from './closing.reader.js';
import type { LedgerClosing, NewClosing } from './dto/closing.js';
import { PeriodStore } from './period.store.js';

@Injectable()
export class CloseMonth {
  constructor(
    private readonly database: Database,
    private readonly store: PeriodStore,
    private readonly ids: Ids,
  ) {}

  /** Closes a month: the database waits for whoever posts in it, freezes what it comes to and takes no entry from then on. */
  run(context: Context, partnership: string, given: NewClosing): Promise<LedgerClosing> {
    return this.database.write(within(context, partnership), async (session) => {
      const row = { partnership_id: partnership, id: this.ids.next(), starts_on: given.startsOn, why: given.why };
      return showClosing(await this.store.addClosing(session, { ...row, ...provenanceColumns(given) }));
    });
  }
}
