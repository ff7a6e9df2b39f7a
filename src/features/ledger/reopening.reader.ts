import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Listing } from '../../platform/database/listing.js';
import { showProvenance } from '../shared/provenance.js';
import { RecordReader } from '../shared/record-kind.js';
import type { LedgerReopening, ReopeningOutcome } from './dto/reopening.js';
import type { LedgerReopeningRow } from './period.entity.js';

interface ReopeningRow extends LedgerReopeningRow {
  readonly starts_on: string;
  readonly state: string;
  readonly decided: ReopeningOutcome | null;
}

const reopenings = `select r.*, c.starts_on, coalesce(o.outcome, 'asked') as state,
    case when o.id is not null then json_build_object('outcome', o.outcome, 'reason', o.reason, 'authority', o.authority_id,
      'recordedBy', o.recorded_by,
      'recordedAt', to_char(o.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) end as decided
  from ledger_reopening r join ledger_closing c on c.partnership_id = r.partnership_id and c.id = r.closing_id
  left join ledger_reopening_outcome o on o.partnership_id = r.partnership_id and o.reopening_id = r.id
  where r.partnership_id = $1`;

export const reopeningListing: Listing = {
  select: reopenings,
  key: { sql: 'r.id', type: 'uuid' },
  filters: {
    startsOn: { sql: 'c.starts_on', type: 'date' },
    state: { sql: `coalesce(o.outcome, 'asked')`, type: 'text' },
  },
  sorts: { recordedOn: { sql: `(r.recorded_at at time zone 'Europe/London')::date`, type: 'date' } },
};

function showReopening(row: ReopeningRow): LedgerReopening {
  return {
    id: row.id,
    closing: row.closing_id,
    startsOn: row.starts_on,
    why: row.why,
    authority: row.authority_id,
    state: row.state,
    outcome: row.decided,
    ...showProvenance(row),
  };
}

/** Requests to open a month again. */
@Injectable()
export class ReopeningReader extends RecordReader<ReopeningRow, LedgerReopening> {
  constructor(database: Database) {
    super(database, { listing: reopeningListing, one: `${reopenings} and r.id = $2`, show: showReopening });
  }
}
