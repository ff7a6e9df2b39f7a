import { everyPartnership, type Context, within } from '../../platform/database/context.js';
import type { Database } from '../../platform/database/database.js';
import { type Listing, listPage, type ListQuery, type Page } from '../../platform/database/listing.js';
import type { ReadSession } from '../../platform/database/session.js';
import { statementOfOne } from '../../platform/database/statement.js';
import { readListQuery, readWholeListQuery, writeCursor } from '../../platform/http/list-query.js';
import { invalid, notFound } from '../../platform/http/problem.js';
import { mustReach } from './reach.js';

/** One kind of record of a partnership: how it is found, listed and shown. */
export interface RecordKind<R extends object, S> {
  readonly listing: Listing;
  readonly one: string;
  show(row: R): S;
  /** What is asked besides, of the rows of one page alone and of all of them at once. */
  besides?(session: ReadSession, rows: readonly R[]): Promise<readonly R[]>;
}

/** A page of a list, and where the next one is. */
export interface Listed<S> {
  readonly items: readonly S[];
  readonly next: string | null;
}

/** The most rows of a file to take away: they are held in memory for a moment, and a sheet of more is no use to people. */
export const MOST_ROWS = 100_000;

/** Reads one kind of record: what screens and other rooms may ask, each in one question. */
export class RecordReader<R extends object, S> {
  private readonly one;

  constructor(
    private readonly database: Database,
    private readonly kind: RecordKind<R, S>,
  ) {
    this.one = statementOfOne(kind.one);
  }

  /** A page of a partnership's records. `query` is what was asked, unchecked. */
  list(context: Context, partnership: string, query: Readonly<Record<string, unknown>>): Promise<Listed<S>> {
    return this.page(within(context, partnership), [partnership], query);
  }

  /** A page of records that belong to no one partnership. */
  listAll(context: Context, query: Readonly<Record<string, unknown>>): Promise<Listed<S>> {
    return this.page(within(context, everyPartnership), [], query);
  }

  /** All of a partnership's records that the filters let through, in the order asked for; refused where there are more than fit. */
  allIn(context: Context, partnership: string, query: Readonly<Record<string, unknown>>): Promise<readonly S[]> {
    return this.whole(within(context, partnership), [partnership], query);
  }

  /** The same of records that belong to no one partnership. */
  everyOne(context: Context, query: Readonly<Record<string, unknown>>): Promise<readonly S[]> {
    return this.whole(within(context, everyPartnership), [], query);
  }

  /** One record, or a refusal that does not tell "not there" from "not yours". */
  find(context: Context, partnership: string, id: string): Promise<S> {
    return this.reading(within(context, partnership), id, (inside) =>
      this.findIn(this.database.questions(inside), [partnership, id]),
    );
  }

  /** One record that belongs to no one partnership. */
  findByName(context: Context, name: string): Promise<S> {
    return this.reading(within(context, everyPartnership), name, (inside) =>
      this.findIn(this.database.questions(inside), [name]),
    );
  }

  /** One record, inside a transaction already open. */
  async findIn(session: ReadSession, key: readonly string[]): Promise<S> {
    const row = await session.one<R>(this.one, key);
    if (!row) throw notFound();
    const [whole = row] = (await this.kind.besides?.(session, [row])) ?? [];
    return this.kind.show(whole);
  }

  /** What came of some work; where it failed because the partnership is not there, that is the answer, whatever else is wrong. */
  async unlessNotThere<T>(context: Context, work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (thrown) {
      await mustReach(this.database, context);
      throw thrown;
    }
  }

  /** Every reading that somebody asks for goes through here: of one record, or of many. */
  protected reading<T>(
    context: Context,
    _record: string | undefined,
    work: (inside: Context) => Promise<T>,
  ): Promise<T> {
    return work(context);
  }

  protected async whole(
    context: Context,
    given: string[],
    query: Readonly<Record<string, unknown>>,
  ): Promise<readonly S[]> {
    const asked = { ...readWholeListQuery(this.kind.listing, query), limit: MOST_ROWS };
    const { rows, after } = await this.reading(context, undefined, (inside) => this.rows(inside, given, asked));
    if (after) throw tooMany(this.kind.listing);
    return rows.map((row) => this.kind.show(row));
  }

  protected async page(
    context: Context,
    given: string[],
    query: Readonly<Record<string, unknown>>,
  ): Promise<Listed<S>> {
    const asked = readListQuery(this.kind.listing, query);
    const { rows, after } = await this.reading(context, undefined, (inside) => this.rows(inside, given, asked));
    return {
      items: rows.map((row) => this.kind.show(row)),
      next: after ? nextPage(query, writeCursor(asked, after)) : null,
    };
  }

  private async rows(context: Context, given: string[], asked: ListQuery): Promise<Page<R>> {
    const session = this.database.questions(context);
    const page = await listPage<R>(session, this.kind.listing, given, asked);
    if (page.rows.length === 0) await mustReach(this.database, context);
    return { ...page, rows: (await this.kind.besides?.(session, page.rows)) ?? page.rows };
  }
}

export function tooMany({ filters }: Listing) {
  const by = Object.keys(filters).map((name) => `"${name}"`);
  const detail = `Expected filters that let through ${MOST_ROWS} rows at most: narrow it down by ${by.join(', ')}.`;
  return invalid([{ parameter: Object.keys(filters)[0] ?? 'limit', code: 'too-many', detail }]);
}

export function nextPage(query: Readonly<Record<string, unknown>>, cursor: string): string {
  const kept = Object.entries(query).map(([name, value]) => [name, String(value)] as const);
  return `?${new URLSearchParams({ ...Object.fromEntries(kept), cursor }).toString()}`;
}
