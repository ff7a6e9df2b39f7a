import { Injectable } from '@nestjs/common';
import { type Context, within } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import { Ids } from '../../platform/ids/ids.js';
import { provenanceColumns } from '../shared/provenance.js';
import type { FundingSource, NewFundingSource } from './dto/funding-source.js';
import { showFundingSource } from './funding-source.reader.js';
import { FundingStore } from './funding.store.js';

@Injectable()
export class AddFundingSource {
  constructor(
    private readonly database: Database,
    private readonly funding: FundingStore,
    private readonly ids: Ids,
  ) {}

  /** Records money from outside the partners. Its amounts and how certain it is are records of their own. */
  run(context: Context, partnership: string, given: NewFundingSource, id = this.ids.next()): Promise<FundingSource> {
    return this.database.write(within(context, partnership), async (session) =>
      showFundingSource(
        await this.funding.addFundingSource(session, {
          partnership_id: partnership,
          id,
          name: given.name,
          funder: given.funder,
          route: given.route,
          pays_for: given.paysFor,
          pot: given.pot ?? null,
          line: given.line ?? null,
          conditions: given.conditions ?? null,
          starts_on: given.from,
          ...provenanceColumns(given),
        }),
      ),
    );
  }
}
