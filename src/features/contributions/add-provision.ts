import { Injectable } from '@nestjs/common';
import { type Context, within } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import { Ids } from '../../platform/ids/ids.js';
import { toPence } from '../shared/money.js';
import { provenanceColumns } from '../shared/provenance.js';
import { ContributionStore } from './contribution.store.js';
import type { NewProvision, Provision } from './dto/provision.js';
import { showProvision } from './provision.reader.js';

@Injectable()
export class AddProvision {
  constructor(
    private readonly database: Database,
    private readonly contributions: ContributionStore,
    private readonly ids: Ids,
  ) {}

  /** Records what a partner's own budget sets aside; a later decision stands in place of an earlier one. */
  run(context: Context, partnership: string, given: NewProvision, id = this.ids.next()): Promise<Provision> {
    return this.database.write(within(context, partnership), async (session) =>
      showProvision(
        await this.contributions.addProvision(session, {
          partnership_id: partnership,
          id,
          authority_id: given.authority,
          financial_year: given.financialYear,
          amount_pence: toPence(given.amount),
          decided_on: given.decidedOn,
          ...provenanceColumns(given),
        }),
      ),
    );
  }
}
