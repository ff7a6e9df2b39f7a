import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Listing } from '../../platform/database/listing.js';
import { RecordReader } from '../shared/record-kind.js';
import type { AuditEntry } from './dto/audit-entry.js';

const select = `select e.*, d.detail, d.erased_by from audit_entry e
  left join audit_detail d on d.chain = e.chain and d.position = e.position where e.chain = $1`;
const day = `(e.at at time zone 'Europe/London')::date`;

export const auditListing: Listing = {
  select,
  key: { sql: 'e.position', type: 'bigint' },
  filters: {
    action: { sql: 'e.action', type: 'text', says: 'Only what was done under this action, such as contribution.add' },
    event: { sql: 'e.event', type: 'text' },
    subject: { sql: 'e.subject', type: 'text', says: 'Only what happened to this kind of record' },
    record: { sql: 'e.subject_id', type: 'text', says: 'Only what happened to the record of this id' },
    person: { sql: 'e.person', type: 'uuid', says: 'Only what the person of this id did' },
    capacity: { sql: 'e.capacity', type: 'text', says: 'Only what was done in this role' },
    authority: { sql: 'e.authority', type: 'text', says: 'Only what was done for this authority' },
    request: { sql: 'e.request', type: 'text', says: 'Only what the request of this id did' },
    from: { sql: day, type: 'date', compare: '>=', says: 'Only what happened on this day or later, in London' },
    until: { sql: day, type: 'date', compare: '<=', says: 'Only what happened on this day or earlier, in London' },
  },
  sorts: { position: { sql: 'e.position', type: 'bigint' } },
};

export interface AuditRow {
  readonly position: bigint;
  readonly hash: Buffer;
  readonly at: Date;
  readonly person: string | null;
  readonly office: string | null;
  readonly capacity: string | null;
  readonly authority: string | null;
  readonly action: string | null;
  readonly event: string;
  readonly subject: string;
  readonly subject_id: string | null;
  readonly request: string | null;
  readonly detail: string | null;
  readonly erased_by: bigint | null;
}

export function showEntry(row: AuditRow): AuditEntry {
  const { event, subject, action, person, office, capacity, authority, request } = row;
  return {
    position: Number(row.position),
    at: row.at.toISOString(),
    event,
    subject,
    record: row.subject_id,
    action,
    person,
    office,
    capacity,
    authority,
    request,
    hash: row.hash.toString('hex'),
    detail: row.detail === null ? null : (JSON.parse(row.detail) as object),
    erasedBy: row.erased_by === null ? null : Number(row.erased_by),
  };
}

/** Entries of a partnership's trail. Whoever shows them notes that they were read (`ReadTrail`). */
@Injectable()
export class AuditEntryReader extends RecordReader<AuditRow, AuditEntry> {
  constructor(database: Database) {
    super(database, { listing: auditListing, one: `${select} and e.position = $2`, show: showEntry });
  }
}
