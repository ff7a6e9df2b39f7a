import { formatPounds } from '../../money/pence.js';
import { readStatedAmount } from '../../reading/money-field.js';
import { at } from '../../reading/place.js';
import { readOptionalText } from '../../reading/text-field.js';
import { sayPence } from '../../shares/say.js';
import { lesser } from './lesser.js';
import { type StepRule } from './step-rule.js';

/** Money from elsewhere, an underspend say, is set against the overspend first (formula.md, section 2). */
export const offset: StepRule<'offset'> = {
  ladders: ['overspend'],
  fields: ['amount', 'from'],

  read(place, fields) {
    const amount = readStatedAmount(at(place, 'amount'), fields.get('amount'));
    const from = readOptionalText(place, fields, 'from');
    return amount === null ? null : { kind: 'offset', amount, from };
  },

  take({ amount, from }, { most }) {
    const took = lesser(most, amount);
    const source = from === undefined ? '' : ` from ${from}`;
    const words = `${sayPence(amount)}${source} can be set against it: ${sayPence(took)} is.`;
    return { took, words, inputs: { amount: formatPounds(amount), from } };
  },
};
