import { readOptionalText } from '../../reading/text-field.js';
import { sayPence } from '../../shares/say.js';
import { type StepRule } from './step-rule.js';

/** Part of an underspend is kept for next year (formula.md, section 2). */
export const carryForward: StepRule<'carry-forward'> = {
  ladders: ['underspend'],
  fields: ['limit', 'for'],
  read: (place, fields) => ({ kind: 'carry-forward', for: readOptionalText(place, fields, 'for') }),

  take({ for: purpose }, { most }) {
    const why = purpose === undefined ? '' : ` for ${purpose}`;
    return { took: most, words: `${sayPence(most)} is carried forward${why}.`, inputs: { for: purpose } };
  },
};
