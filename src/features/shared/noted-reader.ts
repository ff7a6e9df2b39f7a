import type { Context } from '../../platform/database/context.js';
import type { Database } from '../../platform/database/database.js';
import type { NoteReading } from './note-reading.js';
import { type RecordKind, RecordReader } from './record-kind.js';

/** A kind of record whose reading is sensitive, and what the trail calls it. */
export interface NotedKind<R extends object, S> extends RecordKind<R, S> {
  readonly subject: string;
}

/** Reads one kind of record that says who somebody is, or what they may do: each reading is an entry of the trail (INV-33). */
export class NotedReader<R extends object, S> extends RecordReader<R, S> {
  private readonly subject: string;

  constructor(
    database: Database,
    private readonly noting: NoteReading,
    { subject, ...kind }: NotedKind<R, S>,
  ) {
    super(database, kind);
    this.subject = subject;
  }

  protected override reading<T>(
    context: Context,
    record: string | undefined,
    work: (inside: Context) => Promise<T>,
  ): Promise<T> {
    const what = { subject: this.subject, ...(record === undefined ? {} : { record }) };
    return this.noting.around(context, context.partnership, what, (session) => work(session.context));
  }
}
