import { type Period } from '../calendar/period.js';
import { type Pence } from '../money/pence.js';
import { type SharesRounding } from '../shares/document.js';
import { type Partner } from '../shares/partner.js';
import { type Step } from './steps/step.js';

/** Which way a variance goes, and so which ladder it goes down. */
export type Direction = 'overspend' | 'underspend';

/** Why less was spent: because somebody saw to it, or because it happened. */
export type Cause = 'management-action' | 'windfall';
export const CAUSES: readonly Cause[] = ['management-action', 'windfall'];

/** Whose alone the variance of a line is: the partner that the line names, or the host where the line is fixed. */
export interface Owner {
  readonly kind: 'only' | 'fixed';
  /** Its position among the members. */
  readonly position: number;
}

/** A line of the budget. A line without an owner is pooled: its variance goes down the ladder. */
export interface Line {
  readonly id: string;
  readonly name: string;
  readonly budget: Pence;
  readonly forecast: Pence;
  readonly owner?: Owner | undefined;
  readonly cause?: Cause | undefined;
}

/** What is kept for a bad year. */
export interface Reserve {
  readonly balance: Pence;
  /** It never goes below this. */
  readonly floor: Pence;
}

/** Steps in the order in which they are taken. */
export type Ladder = readonly Step[];

/** One ladder for every underspend, or one for each cause. */
export type Underspend =
  { readonly by: 'any'; readonly ladder: Ladder } | ({ readonly by: 'cause' } & Readonly<Record<Cause, Ladder>>);

/** A posted document whose every field was checked (formula.md, section 2). */
export interface VarianceDocument {
  readonly period: Period;
  readonly partners: readonly Partner[];
  /** Who shares a variance, in agreement order. Everything by position follows this order. */
  readonly members: readonly Partner[];
  readonly budget: Pence;
  readonly forecast: Pence;
  /** None when the document states totals alone. */
  readonly lines: readonly Line[];
  /** The cause of whatever line states none of its own. */
  readonly cause?: Cause | undefined;
  readonly reserve?: Reserve | undefined;
  readonly overspend: Ladder;
  readonly underspend: Underspend;
  readonly rounding: SharesRounding;
  /** Over the document as it was posted and the engine's version. */
  readonly digest: `sha256:${string}`;
}
