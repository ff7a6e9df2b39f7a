import { Injectable } from '@nestjs/common';
import { type Context, within } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import type { WriteSession } from '../../platform/database/session.js';
import { invalid, Refused } from '../../platform/http/problem.js';
import { Ids } from '../../platform/ids/ids.js';
import { toPence } from '../shared/money.js';
import { provenanceColumns } from '../shared/provenance.js';
import { CommitmentReader } from './commitment.reader.js';
import { CommitmentStore } from './commitment.store.js';
import type { CommitmentRelease, NewCommitmentRelease } from './dto/commitment.js';
import { showRelease } from './release.reader.js';

@Injectable()
export class ReleaseOrder {
  constructor(
    private readonly database: Database,
    private readonly store: CommitmentStore,
    private readonly orders: CommitmentReader,
    private readonly ids: Ids,
  ) {}

  /** Lets go of an order, or of a part. That no more goes than is left, the database holds. */
  run(context: Context, partnership: string, given: NewCommitmentRelease): Promise<CommitmentRelease> {
    return this.database.write(within(context, partnership), async (session) => {
      const amount = toPence(given.amount ?? (await this.left(session, partnership, given.commitment)));
      if (amount === 0n) throw nothingLeft();
      const row = { partnership_id: partnership, id: this.ids.next(), commitment_id: given.commitment };
      const said = { amount_pence: amount, released_on: given.releasedOn, reason: given.reason };
      return showRelease(await this.store.addRelease(session, { ...row, ...said, ...provenanceColumns(given) }));
    });
  }

  private async left(session: WriteSession, partnership: string, id: string): Promise<string> {
    try {
      return (await this.orders.findIn(session, [partnership, id])).outstanding;
    } catch (thrown) {
      if (!(thrown instanceof Refused) || thrown.kind !== 'not-found') throw thrown;
      const detail = 'Expected the id of an order of this partnership.';
      throw invalid([{ pointer: '/commitment', code: 'not-there', detail }]);
    }
  }
}

function nothingLeft(): Refused {
  const detail = 'Nothing is left of that order: it was paid or let go.';
  return new Refused('conflict', detail, [{ pointer: '/commitment', code: 'nothing-left', detail }]);
}
