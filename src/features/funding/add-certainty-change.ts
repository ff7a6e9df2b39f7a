import { Injectable } from '@nestjs/common';
import { type Context, within } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import { Ids } from '../../platform/ids/ids.js';
import { provenanceColumns } from '../shared/provenance.js';
import type { CertaintyChange, NewCertaintyChange } from './dto/certainty-change.js';
import { showCertaintyChange } from './certainty-change.reader.js';
import { FundingStore } from './funding.store.js';

@Injectable()
export class AddCertaintyChange {
  constructor(
    private readonly database: Database,
    private readonly funding: FundingStore,
    private readonly ids: Ids,
  ) {}

  /** Records how certain a source became, and when; what it was before stays on record. */
  run(
    context: Context,
    partnership: string,
    given: NewCertaintyChange,
    id = this.ids.next(),
  ): Promise<CertaintyChange> {
    return this.database.write(within(context, partnership), async (session) =>
      showCertaintyChange(
        await this.funding.addCertaintyChange(session, {
          partnership_id: partnership,
          id,
          source_id: given.fundingSource,
          certainty: given.certainty,
          happened_on: given.happenedOn,
          confirmed_until: given.confirmedUntil ?? null,
          next_decision_by: given.nextDecisionBy ?? null,
          ...provenanceColumns(given),
        }),
      ),
    );
  }
}
