import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Listing } from '../../platform/database/listing.js';
import { toPounds } from '../shared/money.js';
import { showProvenance } from '../shared/provenance.js';
import { RecordReader } from '../shared/record-kind.js';
import type { ContributionRow } from './contribution.entity.js';
import type { Contribution } from './dto/contribution.js';

export const contributionListing: Listing = {
  select: 'select * from contribution where partnership_id = $1',
  key: { sql: 'id', type: 'uuid' },
  filters: {
    authority: { sql: 'authority_id', type: 'text' },
    financialYear: { sql: 'financial_year', type: 'text' },
    dueOn: { sql: 'due_on', type: 'date' },
    illustrative: { sql: 'illustrative', type: 'boolean' },
  },
  sorts: {
    dueOn: { sql: 'due_on', type: 'date' },
    amount: { sql: 'amount_pence', type: 'bigint' },
    authority: { sql: 'authority_id', type: 'text' },
  },
};

export function showContribution(row: ContributionRow): Contribution {
  return {
    id: row.id,
    authority: row.authority_id,
    dueOn: row.due_on,
    financialYear: row.financial_year,
    amount: toPounds(row.amount_pence),
    what: row.what,
    ...showProvenance(row),
  };
}

@Injectable()
export class ContributionReader extends RecordReader<ContributionRow, Contribution> {
  constructor(database: Database) {
    super(database, {
      listing: contributionListing,
      one: 'select * from contribution where partnership_id = $1 and id = $2',
      show: showContribution,
    });
  }
}
