import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Listing } from '../../platform/database/listing.js';
import { showProvenance } from '../shared/provenance.js';
import { RecordReader } from '../shared/record-kind.js';
import type { Withdrawal } from './dto/withdrawal.js';
import type { WithdrawalRow } from './withdrawal.entity.js';

export const withdrawalListing: Listing = {
  select: 'select * from withdrawal where partnership_id = $1',
  key: { sql: 'id', type: 'uuid' },
  filters: { publication: { sql: 'publication_id', type: 'uuid' } },
  sorts: { withdrawnOn: { sql: 'withdrawn_on', type: 'date' } },
};

export function showWithdrawal(row: WithdrawalRow): Withdrawal {
  return { id: row.id, publication: row.publication_id, withdrawnOn: row.withdrawn_on, ...showProvenance(row) };
}

@Injectable()
export class WithdrawalReader extends RecordReader<WithdrawalRow, Withdrawal> {
  constructor(database: Database) {
    super(database, {
      listing: withdrawalListing,
      one: 'select * from withdrawal where partnership_id = $1 and id = $2',
      show: showWithdrawal,
    });
  }
}
