import { Injectable } from '@nestjs/common';
import { type Context, within } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import { Ids } from '../../platform/ids/ids.js';
import { provenanceColumns } from '../shared/provenance.js';
import type { LedgerYearClosing, NewYearClosing } from './dto/year-closing.js';
import { YearClosingReader } from './year-closing.reader.js';
import { YearClosingStore } from './year-closing.store.js';

@Injectable()
export class CloseYear {
  constructor(
    private readonly database: Database,
    private readonly store: YearClosingStore,
    private readonly closings: YearClosingReader,
    private readonly ids: Ids,
  ) {}

  /** Closes a year once its months are closed and it is settled; what it comes to, the database freezes. */
  run(context: Context, partnership: string, given: NewYearClosing, id = this.ids.next()): Promise<LedgerYearClosing> {
    return this.database.write(within(context, partnership), async (session) => {
      const row = { partnership_id: partnership, id, financial_year: given.financialYear, why: given.why };
      await this.store.addClosing(session, { ...row, ...provenanceColumns(given) });
      return this.closings.findIn(session, [partnership, id]);
    });
  }
}
