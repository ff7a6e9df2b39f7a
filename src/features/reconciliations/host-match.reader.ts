import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Listing } from '../../platform/database/listing.js';
import { showProvenance } from '../shared/provenance.js';
import { RecordReader } from '../shared/record-kind.js';
import type { HostMatch } from './dto/host-match.js';
import type { HostMatchRow } from './reconciliation.entity.js';

interface MatchRow extends HostMatchRow {
  readonly undone: HostMatch['undone'];
}

const matches = `select m.*, case when u.id is not null then json_build_object('reason', u.reason, 'recordedBy', u.recorded_by,
    'recordedAt', to_char(u.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) end as undone
  from host_match m left join host_match_undone u on u.partnership_id = m.partnership_id and u.id = m.id
  where m.partnership_id = $1`;

export const hostMatchListing: Listing = {
  select: matches,
  key: { sql: 'm.id', type: 'uuid' },
  filters: {
    reconciliation: { sql: 'm.reconciliation_id', type: 'uuid' },
    kind: { sql: 'm.kind', type: 'text' },
    stands: { sql: 'u.id is null', type: 'boolean', says: 'Only those that still stand, or that do not' },
  },
  sorts: { recordedOn: { sql: `(m.recorded_at at time zone 'Europe/London')::date`, type: 'date' } },
};

function showMatch(row: MatchRow): HostMatch {
  return {
    id: row.id,
    reconciliation: row.reconciliation_id,
    kind: row.kind,
    lines: row.host_lines,
    entries: row.entries,
    reason: row.reason,
    undone: row.undone,
    ...showProvenance(row),
  };
}

/** What people put together or keep apart by hand. */
@Injectable()
export class HostMatchReader extends RecordReader<MatchRow, HostMatch> {
  constructor(database: Database) {
    super(database, { listing: hostMatchListing, one: `${matches} and m.id = $2`, show: showMatch });
  }
}
