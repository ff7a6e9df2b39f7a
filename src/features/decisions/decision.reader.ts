import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Listing } from '../../platform/database/listing.js';
import { showProvenance } from '../shared/provenance.js';
import { RecordReader } from '../shared/record-kind.js';
import type { DecisionRow } from './decision.entity.js';
import type { Decision } from './dto/decision.js';

export const decisionListing: Listing = {
  select: 'select * from decision where partnership_id = $1',
  key: { sql: 'id', type: 'uuid' },
  filters: {
    authority: { sql: 'authority_id', type: 'text' },
    body: { sql: 'body', type: 'text' },
    reference: { sql: 'reference', type: 'text' },
    takenOn: { sql: 'taken_on', type: 'date' },
    outcome: { sql: 'outcome', type: 'text' },
    approves: { sql: 'approves', type: 'text' },
    illustrative: { sql: 'illustrative', type: 'boolean' },
  },
  sorts: {
    takenOn: { sql: 'taken_on', type: 'date' },
    reference: { sql: 'reference', type: 'text' },
    body: { sql: 'body', type: 'text' },
  },
};

export function showDecision(row: DecisionRow): Decision {
  return {
    id: row.id,
    authority: row.authority_id,
    body: row.body,
    reference: row.reference,
    takenOn: row.taken_on,
    outcome: row.outcome,
    approves: row.approves,
    title: row.title,
    ...showProvenance(row),
  };
}

@Injectable()
export class DecisionReader extends RecordReader<DecisionRow, Decision> {
  constructor(database: Database) {
    super(database, {
      listing: decisionListing,
      one: 'select * from decision where partnership_id = $1 and id = $2',
      show: showDecision,
    });
  }
}
