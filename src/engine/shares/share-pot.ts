import { type ExactParts, inProportion, reduceParts, sumParts } from '../money/exact-parts.js';
import { type Fraction, ZERO, add, fromPence, isZero, multiply } from '../money/fraction.js';
import { type Account, type PartShare, shareOut } from './account.js';
import { splitBy, statedBy } from './bases/bases.js';
import { type Basis } from './bases/basis.js';
import { amongPresent } from './bases/weights.js';
import { type Pot } from './document.js';
import { partByBasis } from './share-by-basis.js';
import { sharesOfTotal } from './exact-shares.js';
import { type Stretch, asWhole } from './stretches.js';

/** What is left of a pot's shared lines after the income taken off, in pence; without lines, only that income. */
export function netOfLines(pot: Pot): bigint {
  const income = pot.less.reduce((sum, { amount }) => sum + amount, 0n);
  return pot.shared.reduce((sum, { amount }) => sum + amount, -income);
}

/** What each member of a pot without shared lines states for the whole period; null for any other pot. */
export function statedInPot(pot: Pot): ExactParts | null {
  return pot.shared.length === 0 ? statedBy(pot.basis) : null;
}

/** A stretch of a pot whose total is what its members state: each its days' part, less the income in proportion. */
function statedStretch(stated: ExactParts, net: Fraction, { part, present }: Stretch): PartShare {
  const weights = amongPresent(stated.parts, present);
  const of = add(sumParts({ parts: weights, over: stated.over }), net);
  const total = multiply(of, part);
  return { of, net: total, parts: inProportion(total, weights) };
}

/** What a stretch bears of what a pot shares on its basis, and each member of that. */
export function partOfPot(pot: Pot): (stretch: Stretch) => PartShare {
  const net = fromPence(netOfLines(pot));
  const stated = statedInPot(pot);
  return (stretch) => (stated ? statedStretch(stated, net, stretch) : partByBasis(net, pot.basis, stretch));
}

/** What a pot shares on its basis, before any adjustment. */
export function sharePot(pot: Pot, stretches: readonly Stretch[]): Account {
  return shareOut(stretches, partOfPot(pot));
}

/** As a share of one, what each would bear of an amount that states nothing: what the basis means when the net is nothing. */
function sharesOfAnything(basis: Basis, stretches: readonly Stretch[]): ExactParts {
  const { exact } = shareOut(asWhole(stretches), ({ part, present }) => {
    return { net: part, parts: splitBy(basis, { net: part, part: ZERO, present }) };
  });
  return reduceParts(exact);
}

/** Each member's exact share of an account, also when its total is nothing. */
export function sharesOfAccount(
  { exact, total }: Pick<Account, 'exact' | 'total'>,
  basis: Basis,
  stretches: readonly Stretch[],
): ExactParts {
  return isZero(total) ? sharesOfAnything(basis, stretches) : sharesOfTotal(exact, total);
}
