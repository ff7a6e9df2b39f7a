import { type ExactParts, addParts, inProportion, noParts, scaleParts } from '../money/exact-parts.js';
import { compare, divide, fraction, fromPence, multiply } from '../money/fraction.js';
import { splitBy } from '../shares/bases/bases.js';
import { type Basis } from '../shares/bases/basis.js';
import { type Ask } from '../shares/bases/basis-rule.js';
import { amongPresent, sumWeights } from '../shares/bases/weights.js';

const HUNDRED = fraction(100n);

/** The amounts that a basis fixes for single members, in pence. */
function fixedBy(basis: Basis): readonly bigint[] {
  if (basis.kind === 'equal') return basis.except.map((amount) => amount ?? 0n);
  return basis.kind === 'units' ? basis.flat : [];
}

/** The most that a basis, or one within it, fixes for single members together, in pence. */
export function mostFixed(basis: Basis): bigint {
  if (basis.kind === 'agreed-else') return mostFixed(basis.basis);
  if (basis.kind !== 'blend') return sumWeights(fixedBy(basis));
  return basis.parts.map((part) => mostFixed(part.basis)).reduce((most, fixed) => (fixed > most ? fixed : most), 0n);
}

/**
 * As `splitBy` in a ladder, where what is shared is whatever the steps before left. Fixed amounts that come to more than
 * that are weights, so that nobody is paid for another's overspend (formula.md, section 2: stated amounts are weights).
 */
export function splitInLadder(basis: Basis, ask: Ask): ExactParts {
  if (basis.kind === 'agreed-else') return splitInLadder(basis.basis, ask);
  if (basis.kind === 'blend') {
    return basis.parts.reduce(
      (so, part) => addParts(so, scaleParts(splitInLadder(part.basis, ask), divide(part.weight, HUNDRED))),
      noParts(ask.present.length),
    );
  }
  const fixed = amongPresent(fixedBy(basis), ask.present);
  const isTooMuch = compare(multiply(fromPence(sumWeights(fixed)), ask.part), ask.net) > 0;
  return isTooMuch ? inProportion(ask.net, fixed) : splitBy(basis, ask);
}
