import { Injectable } from '@nestjs/common';
import { type Context, within } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import { Ids } from '../../platform/ids/ids.js';
import { toPence } from '../shared/money.js';
import { provenanceColumns } from '../shared/provenance.js';
import { CommitmentReader } from './commitment.reader.js';
import { CommitmentStore } from './commitment.store.js';
import type { Commitment, NewCommitment } from './dto/commitment.js';

@Injectable()
export class PlaceOrder {
  constructor(
    private readonly database: Database,
    private readonly store: CommitmentStore,
    private readonly orders: CommitmentReader,
    private readonly ids: Ids,
  ) {}

  /** Records an order: what it comes to is committed on its line until it is paid or let go. */
  run(context: Context, partnership: string, given: NewCommitment, id = this.ids.next()): Promise<Commitment> {
    return this.database.write(within(context, partnership), async (session) => {
      const { line, supplier, reference, what, orderedOn, expectedIn } = given;
      await this.store.addCommitment(session, {
        ...{ partnership_id: partnership, id, fund: given.fund ?? 'pool', line, amount_pence: toPence(given.amount) },
        ...{ supplier, reference, what, ordered_on: orderedOn, expected_in: expectedIn },
        ...provenanceColumns(given),
      });
      return this.orders.findIn(session, [partnership, id]);
    });
  }
}
