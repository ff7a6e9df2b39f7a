import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Listing } from '../../platform/database/listing.js';
import { showProvenance } from '../shared/provenance.js';
import { RecordReader } from '../shared/record-kind.js';
import type { AgreementVersionRow } from './agreement-version.entity.js';
import type { AgreementVersion, InForce } from './dto/agreement-version.js';

type ShownRow = AgreementVersionRow & { readonly in_force: InForce[] };

const select = `select v.*, (
    select coalesce(json_agg(json_build_object('from', lower(f.in_force), 'until', upper(f.in_force)) order by f.in_force), '[]')
    from version_in_force f where f.partnership_id = v.partnership_id and f.version_id = v.id) as in_force
  from agreement_version v where v.partnership_id = $1`;

export const agreementVersionListing: Listing = {
  select,
  key: { sql: 'v.id', type: 'uuid' },
  filters: {
    agreement: { sql: 'v.agreement_id', type: 'uuid' },
    decision: { sql: 'v.decision_id', type: 'uuid' },
    illustrative: { sql: 'v.illustrative', type: 'boolean' },
  },
  sorts: { from: { sql: 'v.starts_on', type: 'date' }, number: { sql: 'v.number', type: 'bigint' } },
};

function showVersion(row: ShownRow): AgreementVersion {
  return {
    id: row.id,
    agreement: row.agreement_id,
    number: row.number,
    from: row.starts_on,
    until: row.ends_before,
    inForce: row.in_force,
    supersedes: row.supersedes,
    decision: row.decision_id,
    clause: row.clause,
    schedule: row.schedule,
    scheduleDigest: row.schedule_digest,
    thresholds: row.thresholds,
    ladders: row.ladders,
    instalments: row.instalments,
    ...showProvenance(row),
  };
}

@Injectable()
export class AgreementVersionReader extends RecordReader<ShownRow, AgreementVersion> {
  constructor(database: Database) {
    super(database, { listing: agreementVersionListing, one: `${select} and v.id = $2`, show: showVersion });
  }
}
