import { type Pence } from '../../money/pence.js';

/** The smaller of two amounts. */
export function lesser(a: Pence, b: bigint): Pence {
  return b < a ? (b as Pence) : a;
}
