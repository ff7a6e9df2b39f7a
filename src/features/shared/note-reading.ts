import { Injectable } from '@nestjs/common';
import { type Context, everyPartnership, within } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import type { WriteSession } from '../../platform/database/session.js';
import { statement } from '../../platform/database/statement.js';
import { mustReach } from './reach.js';

// What is in no one partnership is noted where whoever reads it acts: in their own partnership, or in the chain of all.
const note = statement(`
  select audit.note_reading(case $1::text when '${everyPartnership}' then authz.partnership() else $1 end, $2, $3)`);

/** What is read: a kind of record, and which one where it is one. */
export interface Sensitive {
  readonly subject: string;
  readonly record?: string;
}

/** INV-33: what is sensitive is read in a transaction that notes that it was, so that nobody reads it unnoted. */
@Injectable()
export class NoteReading {
  constructor(private readonly database: Database) {}

  /** Reads, and notes who read what in which capacity; never what it said. */
  around<T>(
    context: Context,
    partnership: string,
    { subject, record }: Sensitive,
    work: (session: WriteSession) => Promise<T>,
  ): Promise<T> {
    return this.database.write(within(context, partnership), async (session) => {
      await mustReach(this.database, session.context);
      const found = await work(session);
      await session.rows(note, [partnership, subject, record ?? null]);
      return found;
    });
  }
}
