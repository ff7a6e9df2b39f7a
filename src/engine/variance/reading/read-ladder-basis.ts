import { type Place, type Read, at } from '../../reading/place.js';
import { readBasis } from '../../shares/bases/bases.js';
import { type Basis } from '../../shares/bases/basis.js';
import { countStretches } from '../../shares/count-stretches.js';
import { type Scope } from '../../shares/scope.js';

/** What a step says of each member beside its figure in each stretch: its exact share, its amounts, and their words. */
const SAID = 10;

/** After so many stretches an exact figure is twice as long, and takes twice as long to work out. */
const LONGER_AFTER = 100;

/** How many bases are worked out for one. */
function countParts(basis: Basis): number {
  if (basis.kind === 'agreed-else') return countParts(basis.basis);
  return basis.kind === 'blend' ? basis.parts.reduce((count, part) => count + countParts(part.basis), 0) : 1;
}

/** How many figures a step makes the engine work out for each basis. */
function countFigures(scope: Scope): number {
  const stretches = countStretches(scope);
  return scope.members.length * (stretches + SAID) * (1 + stretches / LONGER_AFTER);
}

/** The basis of a step, in the field `basis`; null once its faults are noted. It need not come to any amount. */
export function readLadderBasis(place: Place, raw: unknown, scope: Scope): Read<Basis> {
  const figures = countFigures(scope);
  if (!scope.budget.spend(place, figures)) return null;
  const basis = readBasis(at(place, 'basis'), raw, scope);
  return basis && scope.budget.spend(place, figures * (countParts(basis) - 1)) ? basis : null;
}
