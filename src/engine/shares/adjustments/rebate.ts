import { addParts, wholeParts } from '../../money/exact-parts.js';
import { fromPence, subtract } from '../../money/fraction.js';
import { formatPounds } from '../../money/pence.js';
import { readStatedAmount } from '../../reading/money-field.js';
import { at } from '../../reading/place.js';
import { readMember } from '../read-by-member.js';
import { sayPence, sayPounds } from '../say.js';
import { type AdjustmentRule } from './adjustment-rule.js';
import { replaced } from './replaced.js';

/** Taken off one partner and off the total; no other amount changes (formula.md, adjustments). */
export const rebate: AdjustmentRule<'rebate'> = {
  fields: ['partner', 'amount'],

  read(place, fields, scope) {
    const partner = readMember(at(place, 'partner'), fields.get('partner'), scope);
    const amount = readStatedAmount(at(place, 'amount'), fields.get('amount'));
    return partner !== null && amount !== null ? { kind: 'rebate', partner, amount } : null;
  },

  apply({ partner, amount }, account, { ids, names }) {
    const taken = wholeParts(ids.map((_, position) => (position === partner ? 0n - amount : 0n)));
    const total = subtract(account.total, fromPence(amount));
    return {
      account: replaced(account, addParts(account.exact, taken), '', total),
      tell: () => ({
        words: `${sayPence(amount)} is taken off what ${names[partner] ?? ''} pays, and off the total: ${sayPounds(total)}.`,
        inputs: { partner: ids[partner], amount: formatPounds(amount) },
      }),
    };
  },
};
