import { type Fields } from '../../reading/fields.js';
import { type Period } from '../../calendar/period.js';
import { type ExactParts } from '../../money/exact-parts.js';
import { type Pence } from '../../money/pence.js';
import { type Rounding } from '../../money/rounding.js';
import { type Place, type Read } from '../../reading/place.js';
import { type Partner } from '../../shares/partner.js';
import { type Scope } from '../../shares/scope.js';
import { type Stretch } from '../../shares/stretches.js';
import { type Direction, type Reserve } from '../document.js';
import { type StepKind, type StepOf } from './step.js';

/** Who is there to bear a variance, and how it is rounded. */
export interface Around {
  readonly period: Period;
  readonly members: readonly Partner[];
  readonly stretches: readonly Stretch[];
  readonly rounding: Rounding;
}

/** What a step is asked to take. */
export interface Ask {
  readonly direction: Direction;
  /** What the steps before left, or this one's limit when that is less; more than nothing. */
  readonly most: Pence;
  /** As the steps before left it; undefined when the document has none. */
  readonly reserve: Reserve | undefined;
  readonly around: Around;
}

/** A piece of working that follows a step's own. */
export interface Aside {
  readonly rule: 'membership' | 'rounding';
  readonly words: string;
}

/** What a step took. */
export interface Taken {
  /** Never negative, never more than was asked. */
  readonly took: Pence;
  /** Why so much, as a sentence or more. */
  readonly words: string;
  /** By position, what falls on those members to whom it falls; they make what was taken. None where it falls on nobody. */
  readonly partners?: ReadonlyMap<number, Pence>;
  /** By position, the exact shares of what was asked. */
  readonly shares?: ExactParts;
  readonly inputs?: Readonly<Record<string, unknown>>;
  /** What the reserve then holds, when the step changes that. */
  readonly balance?: Pence;
  readonly asides?: readonly Aside[];
}

/** Everything the engine knows of one kind of step. */
export interface StepRule<K extends StepKind> {
  /** The ladders in which it may stand. */
  readonly ladders: readonly Direction[];
  /** Its fields beside `kind` and `clause`; `limit` only where it may have one. */
  readonly fields: readonly string[];
  /** Reads what its kind holds; null once the faults are noted. `fields` holds nothing but its own. */
  read(place: Place, fields: Fields, scope: Scope): Read<StepOf[K]>;
  take(step: StepOf[K], ask: Ask): Taken;
}
