import { type Cell } from '../../platform/http/csv.js';
import type { Column } from '../../platform/sheets/table.js';
import type { ImportKind } from '../shared/import-kind.js';
import { toPounds } from '../shared/money.js';
import { fieldsOf } from './columns.js';

/** A row of a sheet as it would be added, by the columns of its table. */
export interface ImportRow {
  readonly id: string;
  /** Where it lies in the sheet. */
  readonly row: number;
  readonly staged: Readonly<Record<string, string | boolean | null>>;
}

/** The columns under which the rows of a kind are shown: those of its sheet. */
export const shownColumns = (kind: ImportKind): readonly Column[] => fieldsOf(kind);

/** A row as it would be added, under those columns. */
export function shownRow(kind: ImportKind, { staged }: ImportRow): readonly Cell[] {
  return fieldsOf(kind).map(({ name, kind: type }) => {
    const value = staged[kind.columns[name] ?? name] ?? null;
    return type === 'money' && value !== null ? toPounds(BigInt(String(value))) : cellOf(value);
  });
}

const cellOf = (value: string | boolean | null): Cell => (typeof value === 'boolean' ? String(value) : value);
