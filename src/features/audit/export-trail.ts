import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context.js';
import { listPage } from '../../platform/database/listing.js';
import { type Cell, writeCsv } from '../../platform/http/csv.js';
import { readListQuery } from '../../platform/http/list-query.js';
import { invalid } from '../../platform/http/problem.js';
import { auditListing, type AuditRow } from './audit-entry.reader.js';
import { NoteReading } from '../shared/note-reading.js';

const MOST_ROWS = 20_000;

const columns: Readonly<Record<string, (row: AuditRow) => Cell>> = {
  position: ({ position }) => position,
  at: ({ at }) => at.toISOString(),
  event: ({ event }) => event,
  subject: ({ subject }) => subject,
  record: ({ subject_id }) => subject_id,
  action: ({ action }) => action,
  office: ({ office }) => office,
  capacity: ({ capacity }) => capacity,
  authority: ({ authority }) => authority,
  person: ({ person }) => person,
  request: ({ request }) => request,
  detail: ({ detail }) => detail,
  hash: ({ hash }) => hash.toString('hex'),
};

@Injectable()
export class ExportTrail {
  constructor(private readonly noting: NoteReading) {}

  /** What the filters let through, as a table for a spreadsheet; refused where it would not all fit. */
  run(context: Context, partnership: string, query: Readonly<Record<string, unknown>>): Promise<string> {
    const asked = { ...readListQuery(auditListing, query), limit: MOST_ROWS };
    return this.noting.around(context, partnership, { subject: 'audit_entry' }, async (session) => {
      const { rows, after } = await listPage<AuditRow>(session, auditListing, [partnership], asked);
      if (after) throw tooMany();
      const table = rows.map((row) => Object.values(columns).map((cell) => cell(row)));
      return writeCsv(Object.keys(columns), table);
    });
  }
}

function tooMany() {
  const detail = `Expected filters that let through ${MOST_ROWS} entries at most: narrow it down by "from" and "until".`;
  return invalid([{ parameter: 'from', code: 'too-many', detail }]);
}
