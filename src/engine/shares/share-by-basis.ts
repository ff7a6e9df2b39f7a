import { type Fraction, multiply } from '../money/fraction.js';
import { type Account, shareOut } from './account.js';
import { splitBy } from './bases/bases.js';
import { type Basis } from './bases/basis.js';
import { type Stretch } from './stretches.js';

/** An amount in pence shared on a basis, stretch by stretch. */
export function shareByBasis(net: Fraction, basis: Basis, count: number, stretches: readonly Stretch[]): Account {
  return shareOut(count, stretches, ({ part, present }) => {
    const ofStretch = multiply(net, part);
    return { net: ofStretch, parts: splitBy(basis, { net: ofStretch, part, present }) };
  });
}
