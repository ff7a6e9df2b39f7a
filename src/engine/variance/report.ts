import { type Pence } from '../money/pence.js';
import { type Origin, type TakenStep, type WorkingStep } from './answer.js';

/** What a step took, before it is printed. Amounts are never negative; `of` says which way they go. */
export interface Entry extends Origin {
  readonly kind: TakenStep['kind'];
  readonly clause?: string | undefined;
  readonly took: Pence;
  readonly why: string;
  /** By position among the members; empty where it falls on no partner. */
  readonly partners: ReadonlyMap<number, Pence>;
}

/** What nobody bears or gets yet; more than nothing. */
export interface Left extends Origin {
  readonly amount: Pence;
  readonly why: string;
}

/** A step of the working before it is numbered. */
export type Draft = Omit<WorkingStep, 'step'>;

/** What a ladder or a line came to, and how. */
export interface Report {
  readonly entries: readonly Entry[];
  readonly left: readonly Left[];
  readonly working: readonly Draft[];
}
