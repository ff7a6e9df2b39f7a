import { type Period } from '../calendar/period.js';
import { type Budget } from './budget.js';
import { type Measure } from './measure.js';
import { type Partner } from './partner.js';

/** The partners of a document as far as they could be read. */
export interface Roster {
  readonly partners: readonly Partner[];
  readonly byId: ReadonlyMap<string, Partner>;
  /** Whether every partner could be read; if not, an unknown name may be one of those, and is no second fault. */
  readonly isComplete: boolean;
}

/** What a basis or an adjustment may refer to where it stands. */
export interface Scope {
  /** The document's period; null when it could not be read. */
  readonly period: Period | null;
  readonly roster: Roster;
  readonly measures: ReadonlyMap<string, Measure>;
  /** Whether every measure could be read. */
  readonly hasAllMeasures: boolean;
  /** The members of the pot, in agreement order. */
  readonly members: readonly Partner[];
  /** The position of each member by its id. */
  readonly positions: ReadonlyMap<string, number>;
  readonly budget: Budget;
  /** The position of a member that need not have a figure of its own; undefined when each must. */
  readonly spared?: number | undefined;
  /** How many bases stand around this one. */
  readonly depth: number;
}
