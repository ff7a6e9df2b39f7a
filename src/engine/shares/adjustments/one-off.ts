import { sumParts } from '../../money/exact-parts.js';
import { ZERO, fromPence } from '../../money/fraction.js';
import { formatPounds, pence } from '../../money/pence.js';
import { readMoney } from '../../reading/money-field.js';
import { type Place, type Read, at, fault } from '../../reading/place.js';
import { type Account } from '../account.js';
import { readByMember } from '../read-by-member.js';
import { type Scope } from '../scope.js';
import { sayPence } from '../say.js';
import { shareByBasis } from '../share-by-basis.js';
import { type ByMember, type OneOff } from './adjustment.js';
import { type AdjustmentRule, type Around, type Listed } from './adjustment-rule.js';
import { partsOf, sayAmounts, showAmounts } from './by-member.js';

/** An id for the line that no other line of the pot has: `one-off`, `one-off-2`, … */
function lineId({ taken }: Listed): string {
  let count = 1;
  while (taken.has(count === 1 ? 'one-off' : `one-off-${count}`)) count += 1;
  const id = count === 1 ? 'one-off' : `one-off-${count}`;
  taken.add(id);
  return id;
}

/** Amounts of either sign by member; a one-off may also be paid out. */
function readSigned(place: Place, raw: unknown, scope: Scope): Read<ByMember> {
  const read = readByMember(place, raw, scope, readMoney);
  return read && read.map((amount) => amount ?? null);
}

/** Stated amounts stand whatever the days of a member; a total is split equally, day by day, among those present. */
function accountOf({ amounts, equal }: OneOff, { ids, stretches }: Around): Account {
  if (amounts) {
    const exact = partsOf(amounts);
    return { total: sumParts(exact), unallocated: ZERO, why: [], exact };
  }
  const basis = { kind: 'equal', except: ids.map(() => null) } as const;
  return shareByBasis(fromPence(equal ?? 0n), basis, stretches);
}

/** Added on a line of its own: changes the total and no other amount (formula.md, adjustments). */
export const oneOff: AdjustmentRule<'one-off'> = {
  fields: ['amounts', 'equal'],

  read(place, fields, scope, listed) {
    const [rawAmounts, rawEqual] = [fields.get('amounts'), fields.get('equal')];
    if (rawAmounts !== undefined && rawEqual !== undefined) {
      return fault(at(place, 'equal'), 'unknown-field', 'Expected amounts or a total to split equally, not both');
    }
    if (rawEqual !== undefined) {
      const equal = readMoney(at(place, 'equal'), rawEqual);
      return equal === null ? null : { kind: 'one-off', line: lineId(listed), amounts: null, equal };
    }
    const amounts = readSigned(at(place, 'amounts'), rawAmounts, scope);
    return amounts && { kind: 'one-off', line: lineId(listed), amounts, equal: null };
  },

  apply(adjustment, account, around) {
    const { amounts, equal, line } = adjustment;
    const own = accountOf(adjustment, around);
    const tell = () => {
      const says = amounts
        ? sayAmounts(amounts, around.names)
        : `${sayPence(equal ?? 0n)}, split equally among ${around.ids.length}`;
      const inputs = amounts
        ? { amounts: showAmounts(amounts, around.ids) }
        : { equal: formatPounds(equal ?? pence(0n)) };
      return { words: `Added on a line of its own: ${says}.`, inputs };
    };
    return { account, line: { id: line, account: own }, tell };
  },
};
