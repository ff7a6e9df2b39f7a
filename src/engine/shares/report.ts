import { type ExactParts } from '../money/exact-parts.js';
import { type Fraction } from '../money/fraction.js';
import { type Pence } from '../money/pence.js';
import { type Pot } from './document.js';
import { type Draft } from './working/draft.js';

/** What one member bears of a line, by its position among the pot's members. */
export interface LinePart {
  readonly position: number;
  readonly amount: Pence;
}

/** A line that was not shared on the pot's basis, settled. */
export interface LineReport {
  readonly line: string;
  readonly total: Pence;
  readonly parts: readonly LinePart[];
}

/** What nobody bears, in whole pence; never nothing. */
export interface LeftOver {
  readonly line?: string;
  readonly amount: Pence;
  readonly why: string;
}

/** Exact amounts of the members by position, or of the one at `only`; in pence. */
export interface ExactReport {
  readonly exact: ExactParts;
  readonly only?: number;
}

/** A pot settled, with how it came about. */
export interface PotReport {
  readonly pot: Pot;
  /** What the pot shares on its basis and its other lines, together. */
  readonly total: Pence;
  /** By position, each member's part of what is shared on the basis. */
  readonly shared: readonly Pence[];
  /** By position, the base that the last cap or hold-harmless states; null for a member without one. */
  readonly base: readonly (Pence | null)[];
  readonly lines: readonly LineReport[];
  /** What is shared and the lines, before anything was rounded. */
  readonly exact: readonly ExactReport[];
  readonly unallocated: readonly LeftOver[];
  /** The steps, written when they are asked for. */
  readonly working: () => readonly Draft[];
  /** The furthest that anyone's amount is from its exact part, in pence; the partner that takes differences apart. */
  readonly furthest: Fraction;
}
