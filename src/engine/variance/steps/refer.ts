import { pence } from '../../money/pence.js';
import { type StepRule } from './step-rule.js';

/** The ladder ends here: nothing is shared by default, and the board decides (formula.md, section 2). */
export const refer: StepRule<'refer'> = {
  ladders: ['overspend', 'underspend'],
  fields: [],
  read: () => ({ kind: 'refer' }),
  take: () => ({ took: pence(0n), words: 'It is referred: it falls on nobody until the board decides.' }),
};
