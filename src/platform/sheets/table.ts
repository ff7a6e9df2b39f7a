import type { Cell } from '../http/csv.js';

/** What a column holds. Money and dates come as text (`-12.50`, `2026-04-01`) and never pass through a float. */
export type ColumnKind = 'text' | 'money' | 'date' | 'number' | 'yes-no';

export interface Column {
  readonly name: string;
  readonly kind: ColumnKind;
}

/** What a sheet shows: a header of names, and rows of cells in their order. */
export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}
