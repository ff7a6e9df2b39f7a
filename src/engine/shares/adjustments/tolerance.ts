import { type ExactParts, addParts, inProportion, overOne, scaleParts, sumParts } from '../../money/exact-parts.js';
import { type Fraction, ZERO, compare, divide, fraction, isZero, subtract, sum } from '../../money/fraction.js';
import { readFigure } from '../../reading/decimal-field.js';
import { type Place, type Read, at, fault } from '../../reading/place.js';
import { sharesOfTotal } from '../exact-shares.js';
import { zipById } from '../ids.js';
import { readByMember } from '../read-by-member.js';
import { type Scope } from '../scope.js';
import { sayFigure } from '../say.js';
import { type AdjustmentRule } from './adjustment-rule.js';
import { sayThose } from './by-member.js';
import { replaced } from './replaced.js';

const HUNDRED = fraction(100n);

/** The last percentages; they total exactly 100. Who is left out had none. */
function readLast(place: Place, raw: unknown, scope: Scope): Read<readonly Fraction[]> {
  const read = readByMember(place, raw, scope, readFigure);
  if (!read) return null;
  const last = read.map((figure): Fraction => figure ?? ZERO);
  const total = sum(last);
  if (compare(total, HUNDRED) === 0) return last;
  const wanted = `Expected percentages that total exactly 100; these come to ${sayFigure(total)}`;
  return fault(place, 'not-100-percent', wanted);
}

/** Whether each would move by more than `percent` points from its last percentage. */
function moves(exact: ExactParts, total: Fraction, last: readonly Fraction[], percent: Fraction): readonly boolean[] {
  const [now, before] = [sharesOfTotal(exact, total), overOne(last)];
  const most = percent.numerator * now.over * before.over;
  return now.parts.map((part, i) => {
    const change = 100n * part * before.over - (before.parts[i] ?? 0n) * now.over;
    return (change < 0n ? -change : change) * percent.denominator > most;
  });
}

/** Those that stand at their last percentage, and the others in proportion to what they had. */
function settleMoves(
  exact: ExactParts,
  total: Fraction,
  last: readonly Fraction[],
  moving: readonly boolean[],
): ExactParts {
  const standing = last.map((percent, i) => (moving[i] === true ? ZERO : percent));
  const kept = scaleParts(overOne(standing), divide(total, HUNDRED));
  const weights = exact.parts.map((part, i) => (moving[i] === true ? part : 0n));
  return addParts(kept, inProportion(subtract(total, sumParts(kept)), weights));
}

/** Who moves by more than `percent` points, who does not, and what becomes of either. */
function sayMoves(names: readonly string[], moving: readonly boolean[], percent: Fraction): string {
  const [those, others] = [sayThose(names, (i) => moving[i] === true), sayThose(names, (i) => moving[i] !== true)];
  const says =
    others === ''
      ? `everyone would move by more than ${sayFigure(percent)} points, so nothing changes`
      : `${others} would move by no more than ${sayFigure(percent)} points and pay their last percentage`;
  const rest = those === '' || others === '' ? '' : `; ${those} share what remains in proportion to what they had`;
  return `Against the last percentages, ${says}${rest}.`;
}

/**
 * Who would move by no more than so many points stands at its last percentage; the others share what remains in
 * proportion; if none moves, the last percentages stand (formula.md, adjustments). Percentages are of what is allocated.
 */
export const tolerance: AdjustmentRule<'tolerance'> = {
  fields: ['percent', 'last'],

  read(place, fields, scope) {
    const percent = readFigure(at(place, 'percent'), fields.get('percent'));
    const last = readLast(at(place, 'last'), fields.get('last'), scope);
    return percent && last && { kind: 'tolerance', percent, last };
  },

  apply({ percent, last }, account, { ids, names }) {
    const told = (words: string) => ({
      words,
      inputs: { percent: sayFigure(percent), last: zipById(ids, last.map(sayFigure)) },
    });
    const total = sumParts(account.exact);
    if (isZero(total)) return { account, tell: () => told('Nothing is shared, so nobody moves.') };
    const moving = moves(account.exact, total, last, percent);
    const exact = settleMoves(account.exact, total, last, moving);
    const why = 'nobody who moves has any weight to bear what the others’ last percentages leave';
    return { account: replaced(account, exact, why), tell: () => told(sayMoves(names, moving, percent)) };
  },
};
