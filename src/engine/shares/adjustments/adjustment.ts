import { type LocalDate } from '../../calendar/local-date.js';
import { type Fraction } from '../../money/fraction.js';
import { type Pence } from '../../money/pence.js';
import { type Basis } from '../bases/basis.js';

/** An amount for each member by position; null for those that the agreement does not name. */
export type ByMember = readonly (Pence | null)[];

/** Every amount and the total up or down by the lesser of two rates. */
export interface Index {
  readonly kind: 'index';
  /** Percent. */
  readonly percent: Fraction;
  readonly cap?: Fraction | undefined;
}

/** Where what a cap cuts off goes: over the others by one factor, to one member (its position), or to nobody. */
export type Excess = 'spread' | 'unallocated' | number;

/** Nobody rises or falls by more than so many percent of its base. */
export interface Cap {
  readonly kind: 'cap';
  readonly base: ByMember;
  /** Percent. */
  readonly maxRise?: Fraction | undefined;
  /** Percent. */
  readonly maxFall?: Fraction | undefined;
  readonly excess: Excess;
}

/** Those named pay at least so much. */
export interface Minimum {
  readonly kind: 'minimum';
  readonly amount: Pence;
  /** By position. */
  readonly named: readonly boolean[];
}

/** Until a date, stated amounts stand. */
export interface Freeze {
  readonly kind: 'freeze';
  readonly until: LocalDate;
  readonly holds: boolean;
  readonly amounts: ByMember;
}

/** Who would hardly move stands at its last percentage. */
export interface Tolerance {
  readonly kind: 'tolerance';
  /** Percentage points. */
  readonly percent: Fraction;
  readonly last: readonly Fraction[];
}

/** From an old basis to the new one by equal yearly steps. */
export interface Transition {
  readonly kind: 'transition';
  readonly from: Basis;
  readonly year: bigint;
  readonly of: bigint;
}

/** Nobody pays more than its base while others gain. */
export interface HoldHarmless {
  readonly kind: 'hold-harmless';
  readonly base: ByMember;
}

/** One member pays less, and so does the pot. */
export interface Rebate {
  readonly kind: 'rebate';
  /** Its position. */
  readonly partner: number;
  readonly amount: Pence;
}

/** Amounts added on a line of their own: stated by member, or a total split equally. */
export interface OneOff {
  readonly kind: 'one-off';
  /** The id of the line. */
  readonly line: string;
  readonly amounts: ByMember | null;
  readonly equal: Pence | null;
}

/** Each kind of adjustment with what it holds. Everything by member is in the order of the pot's members. */
export interface AdjustmentOf {
  readonly index: Index;
  readonly cap: Cap;
  readonly minimum: Minimum;
  readonly freeze: Freeze;
  readonly tolerance: Tolerance;
  readonly transition: Transition;
  readonly 'hold-harmless': HoldHarmless;
  readonly rebate: Rebate;
  readonly 'one-off': OneOff;
}

/** What changes the amounts that a basis gave: every kind that an agreement may name (formula.md, adjustments). */
export type AdjustmentKind = keyof AdjustmentOf;
export type Adjustment = AdjustmentOf[AdjustmentKind];
