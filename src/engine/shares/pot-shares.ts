import { type Fraction } from '../money/fraction.js';
import { partAt } from '../money/exact-parts.js';
import { type SharesDocument } from './document.js';
import { sharePot, sharesOfAccount } from './share-pot.js';
import { stretchesOf } from './stretches.js';

/**
 * Each member's exact share of what a pot shares on its basis, by partner id in agreement order: a part of one, so that a
 * loss of funding can be spread as the pot is. They come to one unless part of the pot is unallocated. Undefined when
 * the document has no such pot.
 */
export function potShares(document: SharesDocument, potId: string): ReadonlyMap<string, Fraction> | undefined {
  const pot = document.pots.find(({ id }) => id === potId);
  if (!pot) return undefined;
  const stretches = stretchesOf(document.period, pot.members, document.within);
  const shares = sharesOfAccount(sharePot(pot, stretches), pot.basis, stretches);
  return new Map(pot.members.map(({ id }, position) => [id, partAt(shares, position)]));
}
