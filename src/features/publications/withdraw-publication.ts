import { Injectable } from '@nestjs/common';
import { type Context, within } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import { Ids } from '../../platform/ids/ids.js';
import { provenanceColumns } from '../shared/provenance.js';
import type { NewWithdrawal, Withdrawal } from './dto/withdrawal.js';
import { PublicationStore } from './publication.store.js';
import { showWithdrawal } from './withdrawal.reader.js';

@Injectable()
export class WithdrawPublication {
  constructor(
    private readonly database: Database,
    private readonly publications: PublicationStore,
    private readonly ids: Ids,
  ) {}

  /** Takes back what was published: the public is no longer shown it, and the record of it stays. */
  run(context: Context, partnership: string, given: NewWithdrawal, id = this.ids.next()): Promise<Withdrawal> {
    return this.database.write(within(context, partnership), async (session) =>
      showWithdrawal(
        await this.publications.addWithdrawal(session, {
          partnership_id: partnership,
          id,
          publication_id: given.publication,
          ...provenanceColumns(given),
        }),
      ),
    );
  }
}
