import { type ExactParts } from '../../money/exact-parts.js';
import { type Fraction } from '../../money/fraction.js';
import { readFields } from '../../reading/fields.js';
import { type Place, type Read, at, fault, note } from '../../reading/place.js';
import { type Scope } from '../scope.js';
import { agreedElse } from './agreed-else.js';
import { type Basis, type BasisKind } from './basis.js';
import { type AnyBasis, type Ask, type BasisRule, type Explained, type Telling } from './basis-rule.js';
import { blend } from './blend.js';
import { carveOut } from './carve-out.js';
import { equal } from './equal.js';
import { measure } from './measure.js';
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
  blend,
  'carve-out': carveOut,
  'agreed-else': agreedElse,
};

/** How many bases may stand inside one another. */
const DEEPEST = 8;

function isKind(raw: unknown): raw is BasisKind {
  return typeof raw === 'string' && Object.hasOwn(bases, raw);
}

function ruleOf(basis: Basis): BasisRule<BasisKind> {
  return bases[basis.kind];
}

const anyBasis: AnyBasis = {
  read: readBasis,
  check: checkBasis,
  checkWithin: checkBasisWithin,
  stated: statedBy,
  split: splitBy,
  explain: explainBasis,
};

/** A basis of any kind at its place in a document; null once its faults are noted. */
export function readBasis(place: Place, raw: unknown, scope: Scope): Read<Basis> {
  if (scope.depth >= DEEPEST) return fault(place, 'over-limit', `Expected at most ${DEEPEST} bases inside one another`);
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    return note(place, 'not-an-object', 'a basis', raw);
  const kind: unknown = 'kind' in raw ? raw.kind : undefined;
  if (!isKind(kind)) return note(at(place, 'kind'), 'unknown-kind', `one of ${Object.keys(bases).join(', ')}`, kind);
  const rule: BasisRule<BasisKind> = bases[kind];
  const fields = readFields(place, raw, ['kind', ...rule.fields]);
  return fields && rule.read(place, fields, { ...scope, depth: scope.depth + 1 }, anyBasis);
}

/** Notes what is wrong between a basis and the whole amount (pence) that it is to share. */
export function checkBasis(place: Place, basis: Basis, net: Fraction): void {
  ruleOf(basis).check(place, basis, net, anyBasis);
}

/** As `checkBasis` for a basis that is a part of another or an adjustment: there stated amounts are only weights. */
export function checkBasisWithin(place: Place, basis: Basis, net: Fraction): void {
  if (basis.kind === 'agreed-else') checkBasisWithin(at(place, basis.holds), basis.basis, net);
  else if (basis.kind !== 'stated-amount') checkBasis(place, basis, net);
}

/** What a basis states for each member for the whole period (pence); null when it states none. */
export function statedBy(basis: Basis): ExactParts | null {
  return ruleOf(basis).stated(basis, anyBasis);
}

/** The exact amount of each member in a stretch (pence); what it leaves out of `net`, nobody present bears. */
export function splitBy(basis: Basis, ask: Ask): ExactParts {
  return ruleOf(basis).split(basis, ask, anyBasis);
}

/** How an amount is shared, with the figures, to follow "£… is shared". */
export function explainBasis(basis: Basis, telling: Telling): Explained {
  return ruleOf(basis).explain(basis, telling, anyBasis);
}
