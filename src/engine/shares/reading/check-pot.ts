import { type Fraction, fromPence } from '../../money/fraction.js';
import { type Place, at, fault } from '../../reading/place.js';
import { checkBasis, checkBasisWithin, statedBy } from '../bases/bases.js';
import { type Basis } from '../bases/basis.js';
import { type Pot, type SharedLine } from '../document.js';
import { type Lines } from './read-lines.js';

function sumOf(lines: readonly SharedLine[]): bigint {
  return lines.reduce((sum, { amount }) => sum + amount, 0n);
}

/** A pot without shared lines takes its total from its basis, or has lines of other kinds, or is refused. */
function checkWithoutLines(place: Place, lines: Lines, basis: Basis): void {
  if (statedBy(basis)) return;
  if (basis.kind === 'units') {
    const wanted = 'Expected a price in a pot without lines, since units alone come to no total; the field is missing';
    fault(at(at(place, 'basis'), 'unitPrice'), 'missing-field', wanted);
  } else if (lines.only.length + lines.own.length === 0) {
    fault(
      at(place, 'lines'),
      'nothing-to-share',
      `Expected lines to share, since a basis of kind "${basis.kind}" states no total`,
    );
  }
}

/** Notes what is wrong between the lines of a pot and its bases (formula.md, basis). */
export function checkPot(
  place: Place,
  lines: Lines,
  { less, basis, adjust }: Pick<Pot, 'less' | 'basis' | 'adjust'>,
): void {
  const net: Fraction = fromPence(sumOf(lines.shared) - sumOf(less));
  if (lines.shared.length > 0) checkBasis(at(place, 'basis'), basis, net);
  else checkWithoutLines(place, lines, basis);
  for (const [i, adjustment] of adjust.entries()) {
    if (adjustment.kind !== 'transition' || lines.shared.length === 0) continue;
    checkBasisWithin(at(at(at(place, 'adjust'), i), 'from'), adjustment.from, net);
  }
  for (const { place: ofLine, line } of lines.own) checkBasis(at(ofLine, 'basis'), line.basis, fromPence(line.amount));
}
