import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Listing } from '../../platform/database/listing.js';
import { showProvenance } from '../shared/provenance.js';
import { RecordReader } from '../shared/record-kind.js';
import type { Participation } from './dto/participation.js';
import type { ParticipationRow } from './participation.entity.js';

const select = `select p.*, a.name as authority_name from participation p join authority a on a.id = p.authority_id
  where p.partnership_id = $1`;

export const participationListing: Listing = {
  select,
  key: { sql: 'p.id', type: 'uuid' },
  filters: {
    authority: { sql: 'p.authority_id', type: 'text' },
    role: { sql: 'p.role', type: 'text' },
    from: { sql: 'p.starts_on', type: 'date' },
    until: { sql: 'p.ends_before', type: 'date' },
    illustrative: { sql: 'p.illustrative', type: 'boolean' },
  },
  sorts: {
    from: { sql: 'p.starts_on', type: 'date' },
    authority: { sql: 'p.authority_id', type: 'text' },
    authorityName: { sql: 'a.name', type: 'text' },
    role: { sql: 'p.role', type: 'text' },
  },
};

type Shown = ParticipationRow & { readonly authority_name: string };

function showParticipation(row: Shown): Participation {
  return {
    id: row.id,
    authority: row.authority_id,
    authorityName: row.authority_name,
    role: row.role,
    from: row.starts_on,
    until: row.ends_before,
    ...showProvenance(row),
  };
}

@Injectable()
export class ParticipationReader extends RecordReader<Shown, Participation> {
  constructor(database: Database) {
    super(database, { listing: participationListing, one: `${select} and p.id = $2`, show: showParticipation });
  }
}
