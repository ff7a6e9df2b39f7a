import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Listing } from '../../platform/database/listing.js';
import { toPounds } from '../shared/money.js';
import { showProvenance } from '../shared/provenance.js';
import { RecordReader } from '../shared/record-kind.js';
import type { Provision } from './dto/provision.js';
import type { ProvisionRow } from './provision.entity.js';

export const provisionListing: Listing = {
  select: 'select * from provision where partnership_id = $1',
  key: { sql: 'id', type: 'uuid' },
  filters: {
    authority: { sql: 'authority_id', type: 'text' },
    financialYear: { sql: 'financial_year', type: 'text' },
    illustrative: { sql: 'illustrative', type: 'boolean' },
  },
  sorts: {
    decidedOn: { sql: 'decided_on', type: 'date' },
    financialYear: { sql: 'financial_year', type: 'text' },
  },
};

export function showProvision(row: ProvisionRow): Provision {
  return {
    id: row.id,
    authority: row.authority_id,
    financialYear: row.financial_year,
    amount: toPounds(row.amount_pence),
    decidedOn: row.decided_on,
    ...showProvenance(row),
  };
}

@Injectable()
export class ProvisionReader extends RecordReader<ProvisionRow, Provision> {
  constructor(database: Database) {
    super(database, {
      listing: provisionListing,
      one: 'select * from provision where partnership_id = $1 and id = $2',
      show: showProvision,
    });
  }
}
