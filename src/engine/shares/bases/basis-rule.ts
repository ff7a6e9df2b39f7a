import { type Fields } from '../../reading/fields.js';
import { type ExactParts } from '../../money/exact-parts.js';
import { type Fraction } from '../../money/fraction.js';
import { type Place, type Read } from '../../reading/place.js';
import { type Scope } from '../scope.js';
import { type Basis, type BasisKind, type BasisOf } from './basis.js';

/** One stretch of the period, and the amount that those present in it share. */
export interface Ask {
  /** The stretch's days' part of the amount, in pence. */
  readonly net: Fraction;
  /** The stretch's part of the period: stated amounts are for the whole of it. */
  readonly part: Fraction;
  /** By position among the members, whether each is a member in this stretch. */
  readonly present: readonly boolean[];
}

/** What is said of a basis in the working. */
export interface Explained {
  /** How the amount is shared, with the figures, to follow "£… is shared". */
  readonly words: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** How a basis may say whom it speaks of. */
export interface Telling {
  readonly ids: readonly string[];
  readonly names: readonly string[];
  /** The amount that is shared, in pence. */
  readonly net: Fraction;
}

/** What can be done with a basis of any kind: a basis that holds others does it to them through this. */
export interface AnyBasis {
  read(place: Place, raw: unknown, scope: Scope): Read<Basis>;
  check(place: Place, basis: Basis, net: Fraction): void;
  /** As `check` where a basis is a part of another: there stated amounts are only weights. */
  checkWithin(place: Place, basis: Basis, net: Fraction): void;
  stated(basis: Basis): ExactParts | null;
  split(basis: Basis, ask: Ask): ExactParts;
  explain(basis: Basis, telling: Telling): Explained;
}

/** Everything the engine knows of one kind of basis. */
export interface BasisRule<K extends BasisKind> {
  /** Its fields beside `kind`. */
  readonly fields: readonly string[];
  /** Reads it; null once the faults are noted. `fields` holds nothing but its own. */
  read(place: Place, fields: Fields, scope: Scope, any: AnyBasis): Read<BasisOf[K]>;
  /** Notes what is wrong between it and the whole amount (pence) that it is to share. */
  check(place: Place, basis: BasisOf[K], net: Fraction, any: AnyBasis): void;
  /** What it states for each member for the whole period (pence), for a pot without lines; null when it states none. */
  stated(basis: BasisOf[K], any: AnyBasis): ExactParts | null;
  /** The exact amount of each member in a stretch (pence). What it leaves out of `ask.net`, nobody present bears. */
  split(basis: BasisOf[K], ask: Ask, any: AnyBasis): ExactParts;
  explain(basis: BasisOf[K], telling: Telling, any: AnyBasis): Explained;
}
