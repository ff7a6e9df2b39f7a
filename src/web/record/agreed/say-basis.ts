import { explainBasis } from '../../../engine/shares/bases/bases.js';
import type { Basis } from '../../../engine/shares/bases/basis.js';
import type { Partner } from '../../../engine/shares/partner.js';
import { mostFixed } from '../../../engine/variance/split-in-ladder.js';

/** What a unit costs follows from what is shared, and of a variance nobody knows yet how much that is. */
const price = /, at -?£[\d,.]+…? a unit/g;

/** How a step of a ladder shares whatever comes to it, in the words of the working, to follow "it is shared". */
export function sayBasis(basis: Basis, members: readonly Partner[]): string {
  const [ids, names] = [members.map(({ id }) => id), members.map(({ name }) => name)];
  const net = { numerator: mostFixed(basis), denominator: 1n };
  return explainBasis(basis, { ids, names, net }).words.replaceAll(price, '');
}
