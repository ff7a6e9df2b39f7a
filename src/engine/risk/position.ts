import { type FinancialYear } from '../calendar/financial-year.js';
import { type LocalDate } from '../calendar/local-date.js';
import { type Period } from '../calendar/period.js';
import { type Fraction } from '../money/fraction.js';
import { type Pence } from '../money/pence.js';
import { type RecordRef } from './flag.js';
import { type Thresholds } from './thresholds.js';

/** A record as the rules see it. */
export interface Kept {
  readonly id: string;
  readonly illustrative: boolean;
}

/** What a source gives for a period and its limit per child; the latest announced stands for the days it covers. */
export interface FundingAmount extends Kept, Period {
  readonly amount: Pence;
  readonly limitPerChild: Pence | undefined;
  readonly announcedOn: LocalDate;
}

export type Certainty = 'confirmed' | 'announced' | 'expected' | 'at-risk' | 'lost';

/** How certain a source became on a day. `confirmedUntil` is the last day for which it is confirmed. */
export interface CertaintyChange extends Kept {
  readonly certainty: Certainty;
  readonly happenedOn: LocalDate;
  readonly confirmedUntil: LocalDate | undefined;
}

/** What is to be spent from a source in a period: by one authority off formula, or by the pool. */
export interface PlannedSpend extends Kept, Period {
  readonly authority: string | undefined;
  readonly amount: Pence;
  readonly plannedOn: LocalDate;
}

/** How many live packages an authority had on a day at one cost each. */
export interface PackageReturn extends Kept {
  readonly authority: string;
  readonly countedOn: LocalDate;
  readonly children: number;
  readonly costEach: Pence;
}

/** Money from outside the partners, with all that was ever recorded of it. */
export interface RiskSource extends Kept {
  readonly name: string;
  /** Through the pool, or off formula to the authority responsible for the child. */
  readonly route: 'pooled' | 'off-formula';
  readonly pot: string | undefined;
  readonly line: string | undefined;
  readonly startsOn: LocalDate;
  readonly amounts: readonly FundingAmount[];
  readonly changes: readonly CertaintyChange[];
  readonly planned: readonly PlannedSpend[];
  readonly returns: readonly PackageReturn[];
}

export interface RiskReceipt extends Kept {
  readonly receivedOn: LocalDate;
  readonly amount: Pence;
}

/** What a partner owes by a day, and what came in for it. */
export interface RiskContribution extends Kept {
  readonly authority: string;
  readonly dueOn: LocalDate;
  readonly amount: Pence;
  readonly what: string;
  readonly receipts: readonly RiskReceipt[];
}

/** What a partner's own budget sets aside for its bill of a year; the latest decided stands. */
export interface RiskProvision extends Kept {
  readonly authority: string;
  readonly year: FinancialYear;
  readonly amount: Pence;
  readonly decidedOn: LocalDate;
}

/** What each partner is asked for a year, and the versions and decisions that ask it. */
export interface YearBill {
  readonly year: FinancialYear;
  readonly shares: ReadonlyMap<string, Pence>;
  /** The day of the last decision that it rests on. */
  readonly decidedOn: LocalDate;
  readonly records: readonly RecordRef[];
}

/** A pot of the schedule in force: its gross amount, its lines, and each partner's exact share of it. */
export interface RiskPot {
  readonly id: string;
  readonly name: string;
  readonly clause: string | undefined;
  /** Whether its losses are everybody's: then they go down the ladder, where the version has one. */
  readonly isPooled: boolean;
  /** Before any income is taken off, in exact pence. */
  readonly gross: Fraction;
  readonly lines: readonly { readonly id: string; readonly amount: Pence }[];
  /** Exact parts of one; what they leave of it nobody bears. Empty when the schedule does not say. */
  readonly shares: ReadonlyMap<string, Fraction>;
}

/** The funding schedule in force on the day, for the period that its amounts are for. */
export interface ScheduleInForce {
  readonly period: Period;
  readonly pots: readonly RiskPot[];
  /** The ladders as a variance document without its figures; undefined where the version holds none. */
  readonly ladders?: Readonly<Record<string, unknown>> | undefined;
  /** How the version is called: "agreement version 2, Schedule 3". */
  readonly named: string;
  /** The first day on which it was both decided and in force. */
  readonly since: LocalDate;
  readonly records: readonly RecordRef[];
}

/**
 * All that the rules look at, as plain values. It may hold records dated after `asAt`: `raiseFlags` leaves those out, so
 * that one place alone says what was known when.
 */
export interface RiskPosition {
  readonly asAt: LocalDate;
  /** In the partnership's listing order, which decides where a penny goes when remainders tie. */
  readonly partners: readonly { readonly id: string; readonly name: string }[];
  readonly thresholds: Thresholds;
  readonly sources: readonly RiskSource[];
  readonly contributions: readonly RiskContribution[];
  readonly provisions: readonly RiskProvision[];
  readonly years: readonly YearBill[];
  readonly schedule: ScheduleInForce | undefined;
}
