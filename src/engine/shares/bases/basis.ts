import { type FinancialYear } from '../../calendar/financial-year.js';
import { type Fraction } from '../../money/fraction.js';
import { type Pence } from '../../money/pence.js';
import { type Measure } from '../measure.js';

/** Percentages that total exactly 100. */
export interface StatedPercent {
  readonly kind: 'stated-percent';
  readonly percent: readonly Fraction[];
  /** The percentages as whole numbers in proportion. */
  readonly weights: readonly bigint[];
}

/** Cash by partner, for the whole period. */
export interface StatedAmount {
  readonly kind: 'stated-amount';
  readonly amounts: readonly Pence[];
}

/** Equal parts of what those excepted leave; who is not excepted has null. */
export interface Equal {
  readonly kind: 'equal';
  readonly except: readonly (Pence | null)[];
}

/** How the years of a measure make one figure. */
export type Average = 'mean' | 'sum' | ReadonlyMap<FinancialYear, Fraction>;

/** What becomes of a partner without a value for a year. */
export type Missing = 'refuse' | 'available-years';

/** In proportion to a measure. */
export interface ByMeasure {
  readonly kind: 'measure';
  readonly measure: Measure;
  readonly over: readonly FinancialYear[];
  readonly average: Average;
  readonly missing: Missing;
  /** Each member's figure, averaged. */
  readonly figures: readonly Fraction[];
  /** The figures as whole numbers in proportion. */
  readonly weights: readonly bigint[];
}

/** Units at a price, plus flat payers. */
export interface ByUnits {
  readonly kind: 'units';
  readonly units: readonly Fraction[];
  /** The units as whole numbers in proportion. */
  readonly weights: readonly bigint[];
  /** In pence. */
  readonly unitPrice?: Pence | undefined;
  /** For the whole period; who has none has nothing. */
  readonly flat: readonly Pence[];
}

/** Several bases, each bearing its part of the whole; the weights total 100. */
export interface Blend {
  readonly kind: 'blend';
  readonly parts: readonly { readonly weight: Fraction; readonly basis: Basis }[];
}

/** A partial member's figure taken out of those of the members whose area it lies in. */
export interface CarveOut {
  readonly kind: 'carve-out';
  readonly basis: Basis;
  /** The position of the partial member. */
  readonly partner: number;
  /** What is taken out of each. */
  readonly from: readonly Fraction[];
  /** The figures, as whole numbers in proportion, while the partial member is present. */
  readonly carved: readonly bigint[];
  /** The figures, as whole numbers in proportion, while it is not. */
  readonly whole: readonly bigint[];
}

/** The split that the members agreed, or else the default. */
export interface AgreedElse {
  readonly kind: 'agreed-else';
  /** Which of the two holds, as the name of its field. */
  readonly holds: 'agreed' | 'default';
  readonly basis: Basis;
  /** The members that did not agree, or all when there is nothing agreed. */
  readonly without: readonly string[];
}

/** Each kind of basis with what it holds. Everything by member is in the order of the pot's members. */
export interface BasisOf {
  readonly 'stated-percent': StatedPercent;
  readonly 'stated-amount': StatedAmount;
  readonly equal: Equal;
  readonly measure: ByMeasure;
  readonly units: ByUnits;
  readonly blend: Blend;
  readonly 'carve-out': CarveOut;
  readonly 'agreed-else': AgreedElse;
}

/** Who bears what part of an amount: every kind that an agreement may name (formula.md, basis). */
export type BasisKind = keyof BasisOf;
export type Basis = BasisOf[BasisKind];
