import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Listing } from '../../platform/database/listing.js';
import { toPounds } from '../shared/money.js';
import { showProvenance } from '../shared/provenance.js';
import { RecordReader } from '../shared/record-kind.js';
import type { FundingAmount } from './dto/funding-amount.js';
import type { FundingAmountRow } from './funding-amount.entity.js';

export const fundingAmountListing: Listing = {
  select: 'select * from funding_amount where partnership_id = $1',
  key: { sql: 'id', type: 'uuid' },
  filters: {
    fundingSource: { sql: 'source_id', type: 'uuid' },
    from: { sql: 'starts_on', type: 'date' },
    until: { sql: 'ends_before', type: 'date' },
    announcedOn: { sql: 'announced_on', type: 'date' },
    illustrative: { sql: 'illustrative', type: 'boolean' },
  },
  sorts: {
    from: { sql: 'starts_on', type: 'date' },
    announcedOn: { sql: 'announced_on', type: 'date' },
    amount: { sql: 'amount_pence', type: 'bigint' },
  },
};

export function showFundingAmount(row: FundingAmountRow): FundingAmount {
  return {
    id: row.id,
    fundingSource: row.source_id,
    from: row.starts_on,
    until: row.ends_before,
    amount: toPounds(row.amount_pence),
    limitPerChild: row.limit_per_child_pence === null ? null : toPounds(row.limit_per_child_pence),
    announcedOn: row.announced_on,
    ...showProvenance(row),
  };
}

@Injectable()
export class FundingAmountReader extends RecordReader<FundingAmountRow, FundingAmount> {
  constructor(database: Database) {
    super(database, {
      listing: fundingAmountListing,
      one: 'select * from funding_amount where partnership_id = $1 and id = $2',
      show: showFundingAmount,
    });
  }
}
