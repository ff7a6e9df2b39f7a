import { type Period } from '../calendar/period.js';
import { type Pence } from '../money/pence.js';
import { type RemainderRule } from '../money/rounding.js';
import { type Adjustment } from './adjustments/adjustment.js';
import { type Basis } from './bases/basis.js';
import { type Partner } from './partner.js';

/** A line of income or of spend that the whole pot shares. */
export interface SharedLine {
  readonly id: string;
  readonly name: string;
  readonly amount: Pence;
}

/** A line that is one member's alone; `only` is its position among the pot's members. */
export interface OnlyLine extends SharedLine {
  readonly only: number;
}

/** A line shared on a basis of its own. */
export interface OwnLine extends SharedLine {
  readonly basis: Basis;
}

export type PotKind = 'pooled' | 'aligned' | 'own';

export interface Pot {
  readonly id: string;
  readonly name: string;
  readonly kind: PotKind;
  readonly clause?: string | undefined;
  /** In the order in which the agreement lists its partners. Everything by position below follows this order. */
  readonly members: readonly Partner[];
  readonly shared: readonly SharedLine[];
  readonly only: readonly OnlyLine[];
  readonly own: readonly OwnLine[];
  readonly less: readonly SharedLine[];
  readonly basis: Basis;
  readonly adjust: readonly Adjustment[];
}

/** To what a document rounds, and who takes what is left over. */
export interface SharesRounding {
  readonly unit: Pence;
  readonly rule: RemainderRule;
  /** The id that the rule `partner` names. */
  readonly partner?: string | undefined;
}

/** A posted document whose every field was checked (formula.md, section 1). */
export interface SharesDocument {
  readonly period: Period;
  /** The days of the period that are shared; every amount stays that of the whole period. All of them unless stated. */
  readonly within: Period;
  readonly partners: readonly Partner[];
  readonly pots: readonly Pot[];
  readonly rounding: SharesRounding;
  /** Over the document as it was posted and the engine's version. */
  readonly digest: `sha256:${string}`;
}
