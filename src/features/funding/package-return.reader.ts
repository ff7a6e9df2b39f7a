import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Listing } from '../../platform/database/listing.js';
import { toPounds } from '../shared/money.js';
import { showProvenance } from '../shared/provenance.js';
import { RecordReader } from '../shared/record-kind.js';
import type { PackageReturn } from './dto/package-return.js';
import type { PackageReturnRow } from './package-return.entity.js';

export const packageReturnListing: Listing = {
  select: 'select * from package_return where partnership_id = $1',
  key: { sql: 'id', type: 'uuid' },
  filters: {
    fundingSource: { sql: 'source_id', type: 'uuid' },
    authority: { sql: 'authority_id', type: 'text' },
    countedOn: { sql: 'counted_on', type: 'date' },
    illustrative: { sql: 'illustrative', type: 'boolean' },
  },
  sorts: {
    countedOn: { sql: 'counted_on', type: 'date' },
    authority: { sql: 'authority_id', type: 'text' },
    costEach: { sql: 'cost_each_pence', type: 'bigint' },
  },
};

export function showPackageReturn(row: PackageReturnRow): PackageReturn {
  return {
    id: row.id,
    fundingSource: row.source_id,
    authority: row.authority_id,
    countedOn: row.counted_on,
    children: row.children,
    costEach: toPounds(row.cost_each_pence),
    ...showProvenance(row),
  };
}

@Injectable()
export class PackageReturnReader extends RecordReader<PackageReturnRow, PackageReturn> {
  constructor(database: Database) {
    super(database, {
      listing: packageReturnListing,
      one: 'select * from package_return where partnership_id = $1 and id = $2',
      show: showPackageReturn,
    });
  }
}
