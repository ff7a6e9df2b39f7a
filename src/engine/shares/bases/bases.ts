import { type ExactParts } from '../../money/exact-parts.js';
import { type Fraction } from '../../money/fraction.js';
import { type Basis, type BasisKind } from './basis.js';
import { type Ask, type BasisRule, type Explained, type Telling } from './basis-rule.js';
import { type Place } from '../../reading/place.js';
import { equal } from './equal.js';
import { measure } from './measure.js';
import { notYet } from './not-yet.js';
import { statedAmount } from './stated-amount.js';
import { statedPercent } from './stated-percent.js';
import { units } from './units.js';

/** Every basis an agreement may name. A kind without a rule does not compile. */
export const bases: { readonly [K in BasisKind]: BasisRule<K> } = {
  'stated-percent': statedPercent,
  'stated-amount': statedAmount,
  equal,
  measure,
  units,
  blend: notYet('blend', ['parts']),
  'carve-out': notYet('carve-out', ['basis', 'part']),
  'agreed-else': notYet('agreed-else', ['agreed', 'agreedBy', 'default']),
};

function ruleOf(basis: Basis): BasisRule<BasisKind> {
  return bases[basis.kind];
}

/** Notes what is wrong between a basis and the whole amount (pence) that it is to share. */
export function checkBasis(place: Place, basis: Basis, net: Fraction): void {
  ruleOf(basis).check(place, basis, net);
}

/** What a basis states for each member for the whole period (pence); null when it states none. */
export function statedBy(basis: Basis): ExactParts | null {
  return ruleOf(basis).stated(basis);
}

/** The exact amount of each member in a stretch (pence); what it leaves out of `net`, nobody present bears. */
export function splitBy(basis: Basis, ask: Omit<Ask, 'split'>): ExactParts {
  return ruleOf(basis).split(basis, { ...ask, split: splitBy });
}

/** How an amount is shared, with the figures, to follow "£… is shared". */
export function explainBasis(basis: Basis, telling: Omit<Telling, 'explain'>): Explained {
  return ruleOf(basis).explain(basis, { ...telling, explain: explainBasis });
}
