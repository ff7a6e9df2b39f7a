import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Listing } from '../../platform/database/listing.js';
import { showProvenance } from '../shared/provenance.js';
import { RecordReader } from '../shared/record-kind.js';
import type { CertaintyChange } from './dto/certainty-change.js';
import type { CertaintyChangeRow } from './certainty-change.entity.js';

export const certaintyChangeListing: Listing = {
  select: 'select * from certainty_change where partnership_id = $1',
  key: { sql: 'id', type: 'uuid' },
  filters: {
    fundingSource: { sql: 'source_id', type: 'uuid' },
    certainty: { sql: 'certainty', type: 'text' },
    happenedOn: { sql: 'happened_on', type: 'date' },
    illustrative: { sql: 'illustrative', type: 'boolean' },
  },
  sorts: {
    happenedOn: { sql: 'happened_on', type: 'date' },
    certainty: { sql: 'certainty', type: 'text' },
  },
};

export function showCertaintyChange(row: CertaintyChangeRow): CertaintyChange {
  return {
    id: row.id,
    fundingSource: row.source_id,
    certainty: row.certainty,
    happenedOn: row.happened_on,
    confirmedUntil: row.confirmed_until,
    nextDecisionBy: row.next_decision_by,
    ...showProvenance(row),
  };
}

@Injectable()
export class CertaintyChangeReader extends RecordReader<CertaintyChangeRow, CertaintyChange> {
  constructor(database: Database) {
    super(database, {
      listing: certaintyChangeListing,
      one: 'select * from certainty_change where partnership_id = $1 and id = $2',
      show: showCertaintyChange,
    });
  }
}
