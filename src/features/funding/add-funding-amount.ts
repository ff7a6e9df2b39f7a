import { Injectable } from '@nestjs/common';
import { type Context, within } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import { Ids } from '../../platform/ids/ids.js';
import { toPence } from '../shared/money.js';
import { provenanceColumns } from '../shared/provenance.js';
import type { FundingAmount, NewFundingAmount } from './dto/funding-amount.js';
import { showFundingAmount } from './funding-amount.reader.js';
import { FundingStore } from './funding.store.js';

@Injectable()
export class AddFundingAmount {
  constructor(
    private readonly database: Database,
    private readonly funding: FundingStore,
    private readonly ids: Ids,
  ) {}

  /** Records what a source gives for a period; the latest announced stands. */
  run(context: Context, partnership: string, given: NewFundingAmount, id = this.ids.next()): Promise<FundingAmount> {
    return this.database.write(within(context, partnership), async (session) =>
      showFundingAmount(
        await this.funding.addFundingAmount(session, {
          partnership_id: partnership,
          id,
          source_id: given.fundingSource,
          starts_on: given.from,
          ends_before: given.until,
          amount_pence: toPence(given.amount),
          limit_per_child_pence: given.limitPerChild ? toPence(given.limitPerChild) : null,
          announced_on: given.announcedOn,
          ...provenanceColumns(given),
        }),
      ),
    );
  }
}
