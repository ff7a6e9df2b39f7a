import { type ExactParts } from '../../money/exact-parts.js';
import { type Fraction } from '../../money/fraction.js';

/** The least and the most that each may have, by position; null where there is no bound. Neither is negative. */
export interface Bounds {
  readonly least: readonly (Fraction | null)[];
  readonly most: readonly (Fraction | null)[];
}

/** Amounts between their bounds, and the factor that put them there; null when no factor keeps the total. */
export interface Scaled {
  readonly exact: ExactParts;
  readonly factor: Fraction | null;
}
