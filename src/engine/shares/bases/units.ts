import { type ExactParts, addParts, overOne, scaleParts, wholeParts } from '../../money/exact-parts.js';
import { type Fraction, ZERO, compare, divide, fromPence, isZero, subtract, sum } from '../../money/fraction.js';
import { type Pence, formatPounds, pence } from '../../money/pence.js';
import { readFigure } from '../../reading/decimal-field.js';
import { readMoney, readStatedAmount } from '../../reading/money-field.js';
import { type Place, type Read, at, fault } from '../../reading/place.js';
import { byId, zipById } from '../ids.js';
import { readByMember } from '../read-by-member.js';
import { type Scope } from '../scope.js';
import { sayFigure, sayList, sayPence, sayPounds, showPounds } from '../say.js';
import { type ByUnits } from './basis.js';
import { type BasisRule } from './basis-rule.js';
import { splitFixedFirst, sumWeights } from './weights.js';

/** Amounts that flat payers pay for the whole period; who is not named has undefined. */
function readFlat(place: Place, raw: unknown, scope: Scope): Read<readonly (Pence | undefined)[]> {
  return raw === undefined ? scope.members.map(() => undefined) : readByMember(place, raw, scope, readStatedAmount);
}

/** Notes every member that has neither units nor a flat amount. */
function refuseMissing(place: Place, scope: Scope, units: readonly unknown[], flat: readonly unknown[]): boolean {
  const has = (position: number) => units[position] !== undefined || flat[position] !== undefined;
  const missing = scope.members.filter((_, position) => !has(position) && position !== scope.spared);
  for (const { id } of missing) {
    fault(at(at(place, 'units'), id), 'missing-driver', `Expected units or a flat amount for "${id}"; it has neither`);
  }
  return missing.length > 0;
}

/** What a unit costs when the units bear all that the flat payers leave of `net`; in pence, whole or not. */
function impliedPrice({ units, flat }: ByUnits, net: Fraction): Fraction | null {
  const count = sum(units);
  return isZero(count) ? null : divide(subtract(net, fromPence(sumWeights(flat))), count);
}

function checkUnits(place: Place, basis: ByUnits, net: Fraction): void {
  const flat = fromPence(sumWeights(basis.flat));
  const price = impliedPrice(basis, net);
  const says = `the flat amounts come to ${sayPounds(flat)}`;
  if (compare(flat, net) > 0 && compare(net, ZERO) > 0) {
    fault(at(place, 'flat'), 'amounts-do-not-match', `Expected at most the ${sayPounds(net)} shared; ${says}`);
  } else if (price === null && compare(flat, net) !== 0) {
    fault(at(place, 'units'), 'no-weight', `Expected units to bear the rest of ${sayPounds(net)}; ${says}`);
  } else if (price && basis.unitPrice !== undefined && compare(price, fromPence(basis.unitPrice)) !== 0) {
    const came = `Expected the price that the lines come to, ${sayPounds(price)}; came ${sayPence(basis.unitPrice)}`;
    fault(at(place, 'unitPrice'), 'amounts-do-not-match', came);
  }
}

/** Units × price and flat for each; null without a price. */
function statedUnits({ units, unitPrice, flat }: ByUnits): ExactParts | null {
  return unitPrice === undefined ? null : addParts(scaleParts(overOne(units), fromPence(unitPrice)), wholeParts(flat));
}

/** Units × price, plus flat payers; with lines, price = (net − flat) ÷ units (formula.md, basis). */
export const units: BasisRule<'units'> = {
  fields: ['units', 'unitPrice', 'flat'],

  read(place, fields, scope) {
    const [rawPrice, rawFlat] = [fields.get('unitPrice'), fields.get('flat')];
    const counted = readByMember(at(place, 'units'), fields.get('units'), scope, readFigure);
    const flat = readFlat(at(place, 'flat'), rawFlat, scope);
    const price = rawPrice === undefined ? undefined : readMoney(at(place, 'unitPrice'), rawPrice);
    if (!counted || !flat || price === null || refuseMissing(place, scope, counted, flat)) return null;
    const all = counted.map((count): Fraction => count ?? ZERO);
    const paid = flat.map((amount): Pence => amount ?? pence(0n));
    if (price !== undefined && price < 0n) {
      return fault(at(place, 'unitPrice'), 'negative-driver', 'Expected a price that is not negative');
    }
    if (isZero(sum(all)) && sumWeights(paid) === 0n) {
      return fault(
        at(place, 'units'),
        'no-weight',
        'Expected some units or a flat amount; all of them come to nothing',
      );
    }
    return { kind: 'units', units: all, weights: overOne(all).parts, unitPrice: price, flat: paid };
  },

  check: checkUnits,
  stated: statedUnits,
  split: ({ flat, weights }, ask) => splitFixedFirst(flat, weights, ask),

  explain(basis, { ids, names, net }) {
    const { unitPrice, flat } = basis;
    const figures = basis.units.map(sayFigure);
    const each = names.map((name, position) => `${name} ${figures[position] ?? ''}`);
    const payers = flat.flatMap((amount, i) => (amount === 0n ? [] : [`${names[i] ?? ''} ${sayPence(amount)}`]));
    const flats = payers.length > 0 ? `; flat amounts: ${sayList(payers)}` : '';
    const price = unitPrice === undefined ? impliedPrice(basis, net) : fromPence(unitPrice);
    const priced = price ? `, at ${sayPounds(price)} a unit` : '';
    const paid = byId(
      flat.flatMap((amount, i) => (amount === 0n ? [] : [[ids[i] ?? '', formatPounds(amount)] as const])),
    );
    const words = `by units: ${sayList(each)}, together ${sayFigure(sum(basis.units))}${priced}${flats}`;
    return {
      words,
      inputs: {
        units: zipById(ids, figures),
        flat: paid,
        ...(price && { unitPrice: showPounds(price) }),
      },
    };
  },
};
