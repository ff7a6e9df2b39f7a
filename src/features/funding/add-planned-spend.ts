import { Injectable } from '@nestjs/common';
import { type Context, within } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import { Ids } from '../../platform/ids/ids.js';
import { toPence } from '../shared/money.js';
import { provenanceColumns } from '../shared/provenance.js';
import type { PlannedSpend, NewPlannedSpend } from './dto/planned-spend.js';
import { showPlannedSpend } from './planned-spend.reader.js';
import { FundingStore } from './funding.store.js';

@Injectable()
export class AddPlannedSpend {
  constructor(
    private readonly database: Database,
    private readonly funding: FundingStore,
    private readonly ids: Ids,
  ) {}

  /** Records what is to be spent from a source in a period; the latest planned stands. */
  run(context: Context, partnership: string, given: NewPlannedSpend, id = this.ids.next()): Promise<PlannedSpend> {
    return this.database.write(within(context, partnership), async (session) =>
      showPlannedSpend(
        await this.funding.addPlannedSpend(session, {
          partnership_id: partnership,
          id,
          source_id: given.fundingSource,
          authority_id: given.authority ?? null,
          starts_on: given.from,
          ends_before: given.until,
          amount_pence: toPence(given.amount),
          planned_on: given.plannedOn,
          ...provenanceColumns(given),
        }),
      ),
    );
  }
}
