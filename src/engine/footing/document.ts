import { type Fraction } from '../money/fraction.js';
import { type Display } from './display.js';
import { type Figure } from './figure.js';

export interface Column {
  readonly id: string;
  /** What one of its figures stands for. */
  readonly unit: Fraction;
}

/** The figures of a line by column; a missing one is not in it. */
export type Cells = ReadonlyMap<string, Figure>;

export interface Row {
  readonly partner: string;
  readonly cells: Cells;
}

/** What a table says of its own columns beside what their names say (formula.md, section 3). */
export type StatedRelation =
  | { readonly kind: 'sum'; readonly column: string; readonly of: readonly string[] }
  | { readonly kind: 'percent'; readonly column: string; readonly part: string; readonly of: string }
  | { readonly kind: 'equal'; readonly column: string; readonly over: bigint };

/** A posted table whose every field was checked. */
export interface FootingDocument {
  readonly display: Display;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly totals: Cells;
  readonly relations: readonly StatedRelation[];
  /** Over the document as it was posted and the engine's version. */
  readonly digest: `sha256:${string}`;
}
