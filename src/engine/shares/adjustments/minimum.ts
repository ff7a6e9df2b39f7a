import { fromPence } from '../../money/fraction.js';
import { formatPounds } from '../../money/pence.js';
import { readList } from '../../reading/list-field.js';
import { readStatedAmount } from '../../reading/money-field.js';
import { type Place, type Read, at, fault } from '../../reading/place.js';
import { readMember } from '../read-by-member.js';
import { type Scope } from '../scope.js';
import { sayPence } from '../say.js';
import { type AdjustmentRule } from './adjustment-rule.js';
import { sayThose } from './by-member.js';
import { replaced } from './replaced.js';
import { sayFactor } from './say-factor.js';
import { scaleBetween } from './scale-between.js';

/** Members named in a list, each once, by position; left out, all of them. */
function readNamed(place: Place, raw: unknown, scope: Scope): Read<readonly boolean[]> {
  if (raw === undefined) return scope.members.map(() => true);
  const list = readList(place, raw);
  if (!list) return null;
  const positions = list.map((item, i) => readMember(at(place, i), item ?? null, scope));
  const named = new Set(positions.filter((position) => position !== null));
  if (positions.includes(null)) return null;
  if (named.size < positions.length) return fault(place, 'duplicate-id', 'Expected each member once');
  return scope.members.map((_, position) => named.has(position));
}

/** clamp(λ × e, amount, ∞) for those named, λ × e for the rest, for the one λ that keeps the total (formula.md, adjustments). */
export const minimum: AdjustmentRule<'minimum'> = {
  fields: ['amount', 'partners'],

  read(place, fields, scope) {
    const amount = readStatedAmount(at(place, 'amount'), fields.get('amount'));
    const named = readNamed(at(place, 'partners'), fields.get('partners'), scope);
    return amount !== null && named ? { kind: 'minimum', amount, named } : null;
  },

  apply({ amount, named }, account, { ids, names }) {
    const least = named.map((isNamed) => (isNamed ? fromPence(amount) : null));
    const { exact, factor } = scaleBetween(account.exact, { least, most: named.map(() => null) });
    const tell = () => {
      const how = factor
        ? `every amount × ${sayFactor(factor)}, but not below that, comes to the same total`
        : 'the least amounts alone pass the total, so nobody pays more and the difference is unallocated';
      return {
        words: `At least ${sayPence(amount)} each: ${sayThose(names, (i) => named[i] === true)}; ${how}.`,
        inputs: { amount: formatPounds(amount), partners: ids.filter((_, i) => named[i]) },
      };
    };
    return { account: replaced(account, exact, 'the least amounts pass the total'), tell };
  },
};
