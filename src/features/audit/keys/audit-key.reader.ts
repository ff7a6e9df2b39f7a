import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import type { Listing } from '../../../platform/database/listing.js';
import { showProvenance } from '../../shared/provenance.js';
import { RecordReader } from '../../shared/record-kind.js';
import type { AuditKeyRow } from './audit-key.entity.js';
import type { AuditKey } from './dto/audit-key.js';

const select = 'select * from audit_key where partnership_id = $1';

export const auditKeyListing: Listing = {
  select,
  key: { sql: 'id', type: 'uuid' },
  filters: {
    authority: { sql: 'authority_id', type: 'text' },
    key: { sql: 'key_id', type: 'text' },
    illustrative: { sql: 'illustrative', type: 'boolean' },
  },
  sorts: { authority: { sql: 'authority_id', type: 'text' }, key: { sql: 'key_id', type: 'text' } },
};

export function showAuditKey(row: AuditKeyRow): AuditKey {
  const { id, authority_id: authority, pem, key_id: key } = row;
  return { id, authority, pem, key, ...showProvenance(row) };
}

@Injectable()
export class AuditKeyReader extends RecordReader<AuditKeyRow, AuditKey> {
  constructor(database: Database) {
    super(database, { listing: auditKeyListing, one: `${select} and id = $2`, show: showAuditKey });
  }
}
