import { type Fraction, multiply } from '../money/fraction.js';
import { type Account, type PartShare, shareOut } from './account.js';
import { splitBy } from './bases/bases.js';
import { type Basis } from './bases/basis.js';
import { type Stretch } from './stretches.js';

/** A stretch's part of an amount in pence, shared on a basis. */
export function partByBasis(of: Fraction, basis: Basis, { part, present }: Stretch): PartShare {
  const net = multiply(of, part);
  return { of, net, parts: splitBy(basis, { net, part, present }) };
}

/** An amount in pence shared on a basis, stretch by stretch. */
export function shareByBasis(net: Fraction, basis: Basis, stretches: readonly Stretch[]): Account {
  return shareOut(stretches, (stretch) => partByBasis(net, basis, stretch));
}
