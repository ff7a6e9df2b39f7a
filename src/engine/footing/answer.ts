/** The answer to a table, as it is sent (formula.md, section 3). */
export interface FootingAnswer {
  /** Whether nothing was shown wrong: no true values were ruled out. */
  readonly holds: boolean;
  /** The verdict in words. */
  readonly words: string;
  readonly contradictions: readonly ShownContradiction[];
  /** The fewest cells whose correction removes every contradiction; none when it holds, or when `search` was not complete. */
  readonly smallest: readonly CellName[];
  /** Other sets of as many cells that would do as well, at most 20. */
  readonly alternatives: readonly (readonly CellName[])[];
  readonly search: Search;
  readonly working: readonly WorkingStep[];
  readonly checks: readonly FootingCheck[];
  readonly digest: `sha256:${string}`;
  readonly engine: string;
}

/** A cell by its row and column; `partner` is null on the totals line. */
export interface CellName {
  readonly partner: string | null;
  readonly column: string;
}

/** Relations that the figures of these cells cannot all follow, however they were cut. */
export interface ShownContradiction {
  readonly relation: string;
  /** The partner in whose row it lies; null on the totals line, down a column and across rows. */
  readonly row: string | null;
  readonly cells: readonly ShownCell[];
  readonly words: string;
}

export interface ShownCell extends CellName {
  readonly stated: string;
  /** What it would have to stand for, given the others; null where no value of this one alone would do, or none was worked out. */
  readonly would: Range | null;
}

/** In units of the column, rounded outwards where a decimal does not end; null is no end. */
export interface Range {
  readonly from: string | null;
  readonly to: string | null;
}

/** How far the search went. It is bounded, and says so rather than guess. */
export interface Search {
  /** Whether all contradictions were looked for and `smallest` is known to be the smallest. */
  readonly complete: boolean;
  /** No fewer cells than this are wrong. */
  readonly atLeast: number;
  readonly says: string;
}

/** One step of the working, to be redone with a calculator. */
export interface WorkingStep {
  readonly step: number;
  readonly rule: string;
  readonly words: string;
}

/** One formula of the table, everywhere it applies. */
export interface FootingCheck {
  readonly check: string;
  readonly holds: boolean;
  readonly says: string;
}
