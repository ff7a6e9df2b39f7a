import { wholeParts } from '../../money/exact-parts.js';
import { compare, fromPence } from '../../money/fraction.js';
import { type Pence, formatPounds, pence } from '../../money/pence.js';
import { readStatedAmount } from '../../reading/money-field.js';
import { at, fault } from '../../reading/place.js';
import { zipById } from '../ids.js';
import { readByMember } from '../read-by-member.js';
import { sayList, sayPence, sayPounds } from '../say.js';
import { type BasisRule } from './basis-rule.js';
import { splitByWeights, sumWeights } from './weights.js';

/**
 * Cash by partner: historic spend or a frozen baseline (formula.md, basis). What is shared must come to the same; the
 * amounts are weights among those present.
 */
export const statedAmount: BasisRule<'stated-amount'> = {
  fields: ['amounts'],

  read(place, fields, scope) {
    const read = readByMember(at(place, 'amounts'), fields.get('amounts'), scope, readStatedAmount);
    if (!read) return null;
    const amounts = read.map((amount): Pence => amount ?? pence(0n));
    if (sumWeights(amounts) > 0n) return { kind: 'stated-amount', amounts };
    return fault(at(place, 'amounts'), 'no-weight', 'Expected at least one amount; all of them come to nothing');
  },

  check(place, { amounts }, net) {
    const total = fromPence(sumWeights(amounts));
    if (compare(total, net) === 0) return;
    const wanted = `Expected amounts that come to the ${sayPounds(net)} shared; these come to ${sayPounds(total)}`;
    fault(at(place, 'amounts'), 'amounts-do-not-match', wanted);
  },

  stated: ({ amounts }) => wholeParts(amounts),
  split: ({ amounts }, ask) => splitByWeights(amounts, ask),

  explain({ amounts }, { ids, names }) {
    const each = names.map((name, position) => `${name} ${sayPence(amounts[position] ?? 0n)}`);
    const words = `by the amounts stated: ${sayList(each)}, together ${sayPence(sumWeights(amounts))}`;
    return { words, inputs: { amounts: zipById(ids, amounts.map(formatPounds)) } };
  },
};
