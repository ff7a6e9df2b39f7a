import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Listing } from '../../platform/database/listing.js';
import { showProvenance } from '../shared/provenance.js';
import { RecordReader } from '../shared/record-kind.js';
import type { AuthorityRow } from './authority.entity.js';
import type { Authority } from './dto/authority.js';

export const authorityListing: Listing = {
  select: 'select * from authority where true',
  key: { sql: 'id', type: 'text' },
  filters: {
    name: { sql: 'name', type: 'text' },
    code: { sql: 'code', type: 'text' },
    kind: { sql: 'kind', type: 'text' },
    illustrative: { sql: 'illustrative', type: 'boolean' },
  },
  sorts: {
    name: { sql: 'name', type: 'text' },
    kind: { sql: 'kind', type: 'text' },
  },
};

export function showAuthority({ id, name, code, kind, ...row }: AuthorityRow): Authority {
  return { id, name, code, kind, ...showProvenance(row) };
}

@Injectable()
export class AuthorityReader extends RecordReader<AuthorityRow, Authority> {
  constructor(database: Database) {
    super(database, {
      listing: authorityListing,
      one: 'select * from authority where id = $1',
      show: showAuthority,
    });
  }
}
