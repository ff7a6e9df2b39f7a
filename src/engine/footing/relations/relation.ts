import { type Interval } from '../intervals/interval.js';

/** Every rule that figures may have to follow, by the column or the place that it is about. */
export type RelationKind = 'amount' | 'risePercent' | 'sharePercent' | 'total' | 'sum' | 'percent' | 'equal';

/** One rule between some cells of a table. */
export interface Relation {
  readonly kind: RelationKind;
  /** As a formula of columns. */
  readonly words: string;
  /** The partner in whose row it stands; null on the totals line and down a column. */
  readonly row: string | null;
  /** It follows from two others of its row, and is kept because it can show what neither of them can alone. */
  readonly isDerived: boolean;
  /** By position in the table; no cell is there twice. */
  readonly cells: readonly number[];
  readonly rule: Rule;
}

/** The arithmetic of a relation, by position among its cells. */
export interface Rule {
  /**
   * The interval that each cell would need, given what all the others stand for; null when no value of it would do. Exact:
   * each value in it goes with some values of the others (or fills the gap between two that do).
   */
  needs(given: readonly Interval[]): readonly (Interval | null)[];
}
