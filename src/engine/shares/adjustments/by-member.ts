import { type ExactParts, wholeParts } from '../../money/exact-parts.js';
import { type Fraction, fromPence } from '../../money/fraction.js';
import { type Pence, formatPounds } from '../../money/pence.js';
import { readStatedAmount } from '../../reading/money-field.js';
import { type Place, type Read } from '../../reading/place.js';
import { showById } from '../ids.js';
import { readByMember } from '../read-by-member.js';
import { sayList, sayPence } from '../say.js';
import { type Scope } from '../scope.js';
import { type ByMember } from './adjustment.js';

/** Amounts that are not negative by member; those not named have null. Null once a fault is noted. */
export function readAmounts(place: Place, raw: unknown, scope: Scope): Read<ByMember> {
  const read = readByMember(place, raw, scope, readStatedAmount);
  return read && read.map((amount): Pence | null => amount ?? null);
}

/** The amounts as exact parts; nothing for those not named. */
export function partsOf(amounts: ByMember): ExactParts {
  return wholeParts(amounts.map((amount) => amount ?? 0n));
}

/** Amounts by member's id, for the inputs of a step. */
export function showAmounts(amounts: ByMember, ids: readonly string[]): Readonly<Record<string, string>> {
  return showById(ids, amounts, formatPounds);
}

/** Amounts by member's name, for the words of a step. */
export function sayAmounts(amounts: ByMember, names: readonly string[]): string {
  return sayList(amounts.flatMap((amount, i) => (amount === null ? [] : [`${names[i] ?? ''} ${sayPence(amount)}`])));
}

/** The names of those for whom something holds. */
export function sayThose(names: readonly string[], holds: (position: number) => boolean): string {
  return sayList(names.filter((_, position) => holds(position)));
}

/** A bound for each member: its amount times `factor`; none for those not named. */
export function bounds(amounts: ByMember, factor: Fraction): readonly (Fraction | null)[] {
  return amounts.map((amount) => {
    return amount === null
      ? null
      : { numerator: fromPence(amount).numerator * factor.numerator, denominator: factor.denominator };
  });
}
