import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Listing } from '../../platform/database/listing.js';
import { toPounds } from '../shared/money.js';
import { showProvenance } from '../shared/provenance.js';
import { RecordReader } from '../shared/record-kind.js';
import type { PlannedSpend } from './dto/planned-spend.js';
import type { PlannedSpendRow } from './planned-spend.entity.js';

export const plannedSpendListing: Listing = {
  select: 'select * from planned_spend where partnership_id = $1',
  key: { sql: 'id', type: 'uuid' },
  filters: {
    fundingSource: { sql: 'source_id', type: 'uuid' },
    authority: { sql: 'authority_id', type: 'text' },
    from: { sql: 'starts_on', type: 'date' },
    until: { sql: 'ends_before', type: 'date' },
    plannedOn: { sql: 'planned_on', type: 'date' },
    illustrative: { sql: 'illustrative', type: 'boolean' },
  },
  sorts: {
    from: { sql: 'starts_on', type: 'date' },
    plannedOn: { sql: 'planned_on', type: 'date' },
    amount: { sql: 'amount_pence', type: 'bigint' },
  },
};

export function showPlannedSpend(row: PlannedSpendRow): PlannedSpend {
  return {
    id: row.id,
    fundingSource: row.source_id,
    authority: row.authority_id,
    from: row.starts_on,
    until: row.ends_before,
    amount: toPounds(row.amount_pence),
    plannedOn: row.planned_on,
    ...showProvenance(row),
  };
}

@Injectable()
export class PlannedSpendReader extends RecordReader<PlannedSpendRow, PlannedSpend> {
  constructor(database: Database) {
    super(database, {
      listing: plannedSpendListing,
      one: 'select * from planned_spend where partnership_id = $1 and id = $2',
      show: showPlannedSpend,
    });
  }
}
