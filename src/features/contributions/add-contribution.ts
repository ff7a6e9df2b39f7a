import { Injectable } from '@nestjs/common';
import { type Context, within } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import { Ids } from '../../platform/ids/ids.js';
import { toPence } from '../shared/money.js';
import { provenanceColumns } from '../shared/provenance.js';
import { showContribution } from './contribution.reader.js';
import { ContributionStore } from './contribution.store.js';
import type { Contribution, NewContribution } from './dto/contribution.js';

@Injectable()
export class AddContribution {
  constructor(
    private readonly database: Database,
    private readonly contributions: ContributionStore,
    private readonly ids: Ids,
  ) {}

  /** Records what a partner owes and when. */
  run(context: Context, partnership: string, given: NewContribution, id = this.ids.next()): Promise<Contribution> {
    return this.database.write(within(context, partnership), async (session) =>
      showContribution(
        await this.contributions.addContribution(session, {
          partnership_id: partnership,
          id,
          authority_id: given.authority,
          due_on: given.dueOn,
          amount_pence: toPence(given.amount),
          what: given.what,
          ...provenanceColumns(given),
        }),
      ),
    );
  }
}
