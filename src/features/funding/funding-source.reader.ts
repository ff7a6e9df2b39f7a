import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Listing } from '../../platform/database/listing.js';
import { showProvenance } from '../shared/provenance.js';
import { RecordReader } from '../shared/record-kind.js';
import type { FundingSource } from './dto/funding-source.js';
import type { FundingSourceRow } from './funding-source.entity.js';

export const fundingSourceListing: Listing = {
  select: 'select * from funding_source where partnership_id = $1',
  key: { sql: 'id', type: 'uuid' },
  filters: {
    name: { sql: 'name', type: 'text' },
    funder: { sql: 'funder', type: 'text' },
    route: { sql: 'route', type: 'text' },
    pot: { sql: 'pot', type: 'text' },
    from: { sql: 'starts_on', type: 'date' },
    illustrative: { sql: 'illustrative', type: 'boolean' },
  },
  sorts: {
    name: { sql: 'name', type: 'text' },
    funder: { sql: 'funder', type: 'text' },
    from: { sql: 'starts_on', type: 'date' },
  },
};

export function showFundingSource(row: FundingSourceRow): FundingSource {
  return {
    id: row.id,
    name: row.name,
    funder: row.funder,
    route: row.route,
    paysFor: row.pays_for,
    pot: row.pot,
    line: row.line,
    conditions: row.conditions,
    from: row.starts_on,
    ...showProvenance(row),
  };
}

@Injectable()
export class FundingSourceReader extends RecordReader<FundingSourceRow, FundingSource> {
  constructor(database: Database) {
    super(database, {
      listing: fundingSourceListing,
      one: 'select * from funding_source where partnership_id = $1 and id = $2',
      show: showFundingSource,
    });
  }
}
