import type { ReadSession, Row, Value } from './session.js';
import { type Statement, statement } from './statement.js';

/** What a list may be asked: nothing that is not named here reaches the SQL. */
export interface Listing {
  /** `select … from … where …`, to which filters are added with `and`. */
  readonly select: string;
  /** The column that tells rows with equal sort values apart. */
  readonly key: Column;
  readonly filters: Readonly<Record<string, Column>>;
  /** Columns that are never null. The first is the default. */
  readonly sorts: Readonly<Record<string, Column>>;
}

export type ColumnType = 'text' | 'date' | 'uuid' | 'bigint' | 'boolean' | 'timestamptz';

export interface Column {
  readonly sql: string;
  readonly type: ColumnType;
  /** How a filter compares; what it is given is equal to when left out. Of `among`, `sql` is a question for the values. */
  readonly compare?: '>=' | '<=' | 'among';
  /** What a filter means, where its name does not say it. */
  readonly says?: string;
}

/** A question to a list, every name and value already checked against its `Listing`. */
export interface ListQuery {
  readonly filters: Readonly<Record<string, string>>;
  readonly sort: string;
  readonly descending: boolean;
  readonly after: { readonly value: string; readonly key: string } | undefined;
  readonly limit: number;
}

export interface Page<T> {
  readonly rows: readonly T[];
  /** Where the next page starts; none on the last. */
  readonly after: { readonly value: string; readonly key: string } | undefined;
}

/** One page, in one question: keyset paging, so a page costs the same however far in it is. */
export async function listPage<T extends object = Row>(
  session: ReadSession,
  listing: Listing,
  given: readonly Value[],
  query: ListQuery,
): Promise<Page<T>> {
  const { asked, values } = compose(listing, given, query);
  const found = await session.rows<T & { _sort: string; _key: string }>(asked, values);
  const rows = found.slice(0, query.limit);
  const last = rows.at(-1);
  return { rows, after: found.length > query.limit && last ? { value: last._sort, key: last._key } : undefined };
}

function compose(listing: Listing, given: readonly Value[], query: ListQuery): { asked: Statement; values: Value[] } {
  const values = [...given];
  const place = (value: Value, { type }: Column) => `$${values.push(value)}::text::${type}`;
  const sort = columnNamed(listing.sorts, query.sort);
  const wanted = Object.entries(query.filters).map(([name, value]) => {
    const column = columnNamed(listing.filters, name);
    const { sql, compare = '=' } = column;
    return compare === 'among'
      ? ` and ${place(value, column)} in (${sql})`
      : ` and ${sql} ${compare} ${place(value, column)}`;
  });
  const [beyond, direction] = query.descending ? ['<', 'desc'] : ['>', 'asc'];
  const from = query.after
    ? ` and (${sort.sql}, ${listing.key.sql}) ${beyond} (${place(query.after.value, sort)}, ${place(query.after.key, listing.key)})`
    : '';
  const marks = `${sort.sql}::text as _sort, ${listing.key.sql}::text as _key`;
  const order = ` order by ${sort.sql} ${direction}, ${listing.key.sql} ${direction} limit $${values.push(query.limit + 1)}`;
  const text = listing.select.replace(/^\s*select /, `select ${marks}, `) + wanted.join('') + from + order;
  return { asked: statement(text), values };
}

function columnNamed(columns: Readonly<Record<string, Column>>, name: string): Column {
  const column = columns[name];
  if (!column) throw new Error(`A list was asked for "${name}", which it does not name.`);
  return column;
}
