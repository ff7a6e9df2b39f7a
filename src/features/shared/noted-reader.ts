import { type Context, everyPartnership } from '../../platform/database/context.js';
import type { Database } from '../../platform/database/database.js';
import type { NoteReading } from './note-reading.js';
import { type Listed, type RecordKind, RecordReader } from './record-kind.js';

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

  override find(context: Context, partnership: string, id: string): Promise<S> {
    return this.findNoted(context, partnership, id, [partnership, id]);
  }

  override findByName(context: Context, name: string): Promise<S> {
    return this.findNoted(context, everyPartnership, name, [name]);
  }

  /** The record of this id, by the whole of its key. */
  protected findNoted(context: Context, partnership: string, id: string, key: readonly string[]): Promise<S> {
    const what = { subject: this.subject, record: id };
    return this.noting.around(context, partnership, what, (session) => this.findIn(session, key));
  }

  protected override page(
    context: Context,
    given: string[],
    query: Readonly<Record<string, unknown>>,
  ): Promise<Listed<S>> {
    return this.noting.around(context, context.partnership, { subject: this.subject }, (session) =>
      super.page(session.context, given, query),
    );
  }
}
