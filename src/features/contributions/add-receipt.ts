import { Injectable } from '@nestjs/common';
import { type Context, within } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import { invalid } from '../../platform/http/problem.js';
import { Ids } from '../../platform/ids/ids.js';
import { toPence } from '../shared/money.js';
import { provenanceColumns } from '../shared/provenance.js';
import { ContributionStore } from './contribution.store.js';
import type { NewReceipt, Receipt } from './dto/receipt.js';
import { showReceipt } from './receipt.reader.js';

const whoOwes = statement('select authority_id from contribution where partnership_id = $1 and id = $2');

@Injectable()
export class AddReceipt {
  constructor(
    private readonly database: Database,
    private readonly contributions: ContributionStore,
    private readonly ids: Ids,
  ) {}

  /** Records money received. It is put down to the authority that owed it, never to one that the request names. */
  run(context: Context, partnership: string, given: NewReceipt, id = this.ids.next()): Promise<Receipt> {
    return this.database.write(within(context, partnership), async (session) => {
      const owed = await session.one<{ authority_id: string }>(whoOwes, [partnership, given.contribution]);
      if (!owed) throw invalid([noSuchContribution]);
      const added = await this.contributions.addReceipt(session, {
        partnership_id: partnership,
        id,
        authority_id: owed.authority_id,
        contribution_id: given.contribution,
        received_on: given.receivedOn,
        amount_pence: toPence(given.amount),
        reference: given.reference,
        ...provenanceColumns(given),
      });
      return showReceipt(added);
    });
  }
}

const noSuchContribution = {
  pointer: '/contribution',
  code: 'not-there',
  detail: 'Expected the id of a contribution of this partnership.',
};
