import { type Check } from '../shares/answer.js';

/** What a difference may be put down to, in the order in which the later of each is put in place of the recorded. */
export const CAUSES = ['data', 'spend', 'rule', 'membership'] as const;
export type Cause = (typeof CAUSES)[number];

/** The answer to a true-up document, as it is sent. Money is text in pounds; above nothing more is to be paid. */
export interface TrueUpAnswer {
  readonly recorded: Calculated;
  readonly later: Calculated;
  /** Of the totals: later less recorded. */
  readonly difference: string;
  readonly because: readonly Because[];
  /** The later partners in their order, then those that only the recorded document has. */
  readonly partners: readonly PartnerTrueUp[];
  /** What nobody bears, for each pot in which that is not nothing throughout. */
  readonly unallocated: readonly PotTrueUp[];
  readonly steps: readonly Step[];
  readonly checks: readonly (Omit<Check, 'check'> & { readonly check: CheckKind })[];
  readonly digest: `sha256:${string}`;
  readonly engine: string;
}

/** One of the two calculations. */
export interface Calculated {
  readonly total: string;
  readonly digest: `sha256:${string}`;
}

/** A part of a difference, and what it is put down to; several causes where they could only be replaced together. */
export interface Because {
  readonly causes: readonly Cause[];
  readonly amount: string;
}

/** A difference with what it is put down to; a cause of nothing is left out. */
export interface Difference {
  readonly recorded: string;
  readonly later: string;
  readonly difference: string;
  readonly because: readonly Because[];
}

export interface PotTrueUp extends Difference {
  readonly pot: string;
}

export interface PartnerTrueUp extends Difference {
  readonly partner: string;
  readonly pots: readonly PotTrueUp[];
}

/** One thing that differs: where (with ids instead of positions), what stood there and what stands there now. */
export interface Change {
  readonly at: string;
  readonly from: unknown;
  readonly to: unknown;
}

/** The later of one cause put in place of the recorded, and everything calculated again. */
export interface Step {
  readonly step: number;
  readonly causes: readonly Cause[];
  readonly words: string;
  readonly changes: readonly Change[];
  /** How many more changes there are than are listed. */
  readonly moreChanges: number;
  /** What the document then comes to, and how that differs from the step before. */
  readonly total: string;
  readonly difference: string;
  /** Of the document that was calculated. */
  readonly digest: `sha256:${string}`;
}

/** Every check that is made of an answer. */
export type CheckKind = 'causes-foot' | 'pots-foot' | 'total-foots';
