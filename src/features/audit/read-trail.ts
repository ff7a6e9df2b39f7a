import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context.js';
import type { Listed } from '../shared/record-kind.js';
import { AuditEntryReader } from './audit-entry.reader.js';
import type { AuditEntry } from './dto/audit-entry.js';
import { NoteReading } from '../shared/note-reading.js';

@Injectable()
export class ReadTrail {
  constructor(
    private readonly entries: AuditEntryReader,
    private readonly noting: NoteReading,
  ) {}

  /** A page of a partnership's trail; the reading is an entry of its own. */
  run(context: Context, partnership: string, query: Readonly<Record<string, unknown>>): Promise<Listed<AuditEntry>> {
    return this.noting.around(context, partnership, { subject: 'audit_entry' }, (session) =>
      this.entries.list(session.context, partnership, query),
    );
  }
}
