import { readOptionalText } from '../../reading/text-field.js';
import { sayPence } from '../../shares/say.js';
import { type StepRule } from './step-rule.js';

/** Spending is given up, as far as the step's limit goes (formula.md, section 2). */
export const cut: StepRule<'cut'> = {
  ladders: ['overspend'],
  fields: ['limit', 'from'],
  read: (place, fields) => ({ kind: 'cut', from: readOptionalText(place, fields, 'from') }),

  take({ from }, { most }) {
    const where = from === undefined ? '' : ` from ${from}`;
    return { took: most, words: `${sayPence(most)} is cut${where}.`, inputs: { from } };
  },
};
