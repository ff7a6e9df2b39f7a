import { type Fraction } from '../../money/fraction.js';
import { type Pence } from '../../money/pence.js';
import { type Basis } from '../../shares/bases/basis.js';

/** The most that a step may take: an amount, or a percentage of the budget to the nearest penny, halves up. */
export type Limit =
  | { readonly kind: 'amount'; readonly amount: Pence }
  | { readonly kind: 'percentOfBudget'; readonly percent: Fraction };

/** Money from elsewhere that is set against the overspend. */
export interface Offset {
  readonly kind: 'offset';
  readonly amount: Pence;
  readonly from?: string | undefined;
}

/** Out of the reserve, or into it. */
export interface FromReserve {
  readonly kind: 'reserve';
}

/** Spending that is given up. */
export interface Cut {
  readonly kind: 'cut';
  readonly from?: string | undefined;
}

/** One member's alone, by its position. */
export interface Bearer {
  readonly kind: 'bearer';
  readonly partner: number;
}

/** Shared among the members. */
export interface Share {
  readonly kind: 'share';
  readonly basis: Basis;
}

/** Given back to the members. */
export interface Return {
  readonly kind: 'return';
  readonly basis: Basis;
}

/** Kept for next year. */
export interface CarryForward {
  readonly kind: 'carry-forward';
  readonly for?: string | undefined;
}

/** Left to the board. */
export interface Refer {
  readonly kind: 'refer';
}

/** Each kind of step with what it holds. */
export interface StepOf {
  readonly offset: Offset;
  readonly reserve: FromReserve;
  readonly cut: Cut;
  readonly bearer: Bearer;
  readonly share: Share;
  readonly return: Return;
  readonly 'carry-forward': CarryForward;
  readonly refer: Refer;
}

/** Every step that a ladder may have (formula.md, section 2). */
export type StepKind = keyof StepOf;

/** What every step may have beside what its kind holds. */
export interface Rung {
  readonly limit?: Limit | undefined;
  /** Where in the agreement it stands. */
  readonly clause?: string | undefined;
}

export type Step = StepOf[StepKind] & Rung;
