import type { Column, ColumnType, Listing, ListQuery } from '../database/listing.js';
import { isUuid } from './names.js';
import { invalid, type ProblemError } from './problem.js';

type Query = Readonly<Record<string, unknown>>;

const own = ['limit', 'sort', 'cursor'];
const MOST = 200;

/** Reads `limit`, `sort`, `cursor` and the named filters; refuses every other name and every value that does not fit. */
export function readListQuery(listing: Listing, query: Query, alsoTaken: readonly string[] = []): ListQuery {
  const faults: ProblemError[] = [];
  const refuse = (parameter: string, detail: string) => void faults.push({ parameter, code: 'bad-parameter', detail });
  const names = Object.keys(query).filter((name) => !own.includes(name) && !alsoTaken.includes(name));
  const filters = Object.fromEntries(
    names.map((name) => [name, readFilter(listing, name, query[name], (detail) => refuse(name, detail))]),
  );
  const sort = readSort(listing, query['sort'], (detail) => refuse('sort', detail));
  const limit = readLimit(query['limit'], (detail) => refuse('limit', detail));
  const after = readCursor(listing, sort.name, query['cursor'], (detail) => refuse('cursor', detail));
  if (faults.length > 0) throw invalid(faults);
  return { filters, sort: sort.name, descending: sort.descending, after, limit };
}

/** Reads a question for a whole list at once: the same filters and sorts, and no pages. */
export function readWholeListQuery(listing: Listing, query: Query): ListQuery {
  const paging = ['limit', 'cursor'].filter((name) => name in query);
  if (paging.length === 0) return readListQuery(listing, query);
  const detail = 'Expected no such parameter: a file has everything that the filters let through.';
  throw invalid(paging.map((parameter) => ({ parameter, code: 'bad-parameter', detail })));
}

/** The cursor of the next page: the sort it belongs to, the last value and the last key. */
export function writeCursor(query: ListQuery, after: { value: string; key: string }): string {
  return Buffer.from(JSON.stringify([query.sort, after.value, after.key])).toString('base64url');
}

type Refuse = (detail: string) => void;

function readFilter(listing: Listing, name: string, value: unknown, refuse: Refuse): string {
  const column = Object.hasOwn(listing.filters, name) ? listing.filters[name] : undefined;
  if (!column) refuse(`Expected no parameter of this name; filters are ${listed(listing.filters)}.`);
  else if (!fits(column, value)) refuse(`Expected ${expected[column.type]}.`);
  return typeof value === 'string' ? value : '';
}

function readSort(listing: Listing, value: unknown, refuse: Refuse): { name: string; descending: boolean } {
  const fallback = Object.keys(listing.sorts)[0] ?? '';
  if (value === undefined) return { name: fallback, descending: false };
  const text = typeof value === 'string' ? value : '';
  const name = text.replace(/^-/, '');
  if (Object.hasOwn(listing.sorts, name)) return { name, descending: text.startsWith('-') };
  refuse(`Expected ${listed(listing.sorts)}, with a leading - for descending.`);
  return { name: fallback, descending: false };
}

function readLimit(value: unknown, refuse: Refuse): number {
  if (value === undefined) return 50;
  const limit = typeof value === 'string' && /^\d{1,3}$/.test(value) ? Number(value) : 0;
  if (limit < 1 || limit > MOST) refuse(`Expected a whole number from 1 to ${MOST}.`);
  return limit;
}

function readCursor(listing: Listing, sort: string, value: unknown, refuse: Refuse): ListQuery['after'] {
  if (value === undefined) return undefined;
  const [name, last, key] = decode(value);
  const column = listing.sorts[sort];
  const sound = name === sort && column && fits(column, last) && fits(listing.key, key);
  if (sound) return { value: String(last), key: String(key) };
  refuse('Expected a cursor as an earlier page gave it, with the same sort.');
  return undefined;
}

function decode(value: unknown): readonly unknown[] {
  try {
    const read: unknown = JSON.parse(Buffer.from(String(value), 'base64url').toString('utf8'));
    return Array.isArray(read) ? read : [];
  } catch {
    return [];
  }
}

/** As PostgreSQL writes one: `2026-11-22 07:43:38.123456+00`. */
const INSTANT = /^\d{4}-\d\d-\d\d ([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?[+-](0\d|1[0-5])(:[0-5]\d)?$/;

const expected: Record<ColumnType, string> = {
  text: 'text',
  date: 'a date, YYYY-MM-DD',
  uuid: 'an id',
  bigint: 'a whole number',
  boolean: 'true or false',
  timestamptz: 'an instant',
};

const checks: Record<ColumnType, (text: string) => boolean> = {
  text: (text) => text.length <= 4000 && !text.includes('\0') && text.isWellFormed(),
  date: (text) => /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(text) && isRealDate(text),
  uuid: isUuid,
  bigint: (text) => /^-?\d{1,18}$/.test(text),
  boolean: (text) => text === 'true' || text === 'false',
  timestamptz: (text) => INSTANT.test(text) && isRealDate(text.slice(0, 10)),
};

function isRealDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function fits({ type }: Column, value: unknown): boolean {
  return typeof value === 'string' && checks[type](value);
}

function listed(columns: Readonly<Record<string, Column>>): string {
  return Object.keys(columns).join(', ') || 'none';
}
