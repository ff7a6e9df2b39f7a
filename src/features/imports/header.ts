import { cutText } from '../../platform/http/cut-text.js';
import type { ReadCell } from '../../platform/sheets/reading/cell.js';
import type { ImportKind } from '../shared/import-kind.js';
import { type FieldColumn, fieldsOf, setAsideOf } from './columns.js';

/** Which column of a sheet holds what. */
export interface Header {
  readonly columns: readonly { readonly at: number; readonly field: FieldColumn }[];
  /** Columns that have a heading. */
  readonly named: ReadonlySet<number>;
  /** Columns that were there and are not read, because the service fills them in itself. */
  readonly setAside: readonly string[];
  /** Where the ids stand of rows that were exported. */
  readonly idAt: number | undefined;
}

export interface HeaderFault {
  readonly at: number | null;
  readonly code: string;
  readonly detail: string;
}

/** Reads the first row: every column that is needed has to be there, once, and none that nobody knows. */
export function readHeader(kind: ImportKind, cells: readonly ReadCell[]): Header | readonly HeaderFault[] {
  const names = cells.map(plain);
  const fields = new Map(fieldsOf(kind).map((field) => [field.name.toLowerCase(), field]));
  const aside = asideOf(kind, cells);
  const faults: HeaderFault[] = [];
  for (const [at, name] of names.entries()) {
    if (name === '') continue;
    if (!fields.has(name) && !aside.has(name)) faults.push({ at, code: 'unknown-column', detail: strange(kind) });
    if (names.indexOf(name) !== at) faults.push({ at, code: 'column-twice', detail: 'Expected this heading once.' });
  }
  for (const [name, field] of fields) {
    if (names.includes(name) || field.optional) continue;
    faults.push({ at: null, code: 'missing-column', detail: `Expected a column with the heading “${field.name}”.` });
  }
  if (faults.length > 0) return faults;
  const columns = names.flatMap((name, at) => {
    const field = fields.get(name);
    return field ? [{ at, field }] : [];
  });
  const idAt = aside.has('id') && names.includes('id') ? names.indexOf('id') : undefined;
  const named = new Set(names.flatMap((name, at) => (name === '' ? [] : [at])));
  return { columns, named, idAt, setAside: names.flatMap((name) => aside.get(name) ?? []) };
}

/** A heading as it is known: "Account code" is `accountCode`. */
const plain = (cell: ReadCell) => (typeof cell === 'string' ? cell.replaceAll(/\s/g, '').toLowerCase() : '');

/** Columns that are not read, by their plain headings: what the service fills in itself, or all that nobody knows. */
function asideOf(kind: ImportKind, cells: readonly ReadCell[]): ReadonlyMap<string, string> {
  const known = setAsideOf(kind).map((name) => [name.toLowerCase(), name] as const);
  if (!kind.setsOthersAside) return new Map(known);
  const fields = new Set(fieldsOf(kind).map(({ name }) => name.toLowerCase()));
  const others = cells.flatMap((cell) => {
    if (typeof cell !== 'string') return [];
    const name = plain(cell);
    return name === '' || fields.has(name) ? [] : [[name, cutText(cell.trim(), 100)] as const];
  });
  return new Map([...others, ...known]);
}

function strange(kind: ImportKind): string {
  const names = fieldsOf(kind).map(({ name }) => name);
  return `Expected one of the headings ${names.join(', ')}. Delete the column, or give it its heading.`;
}
