import { shareInLadder } from '../share-in-ladder.js';
import { readLadderBasis } from '../reading/read-ladder-basis.js';
import { type StepRule } from './step-rule.js';

/** An underspend goes back to the members on a basis, in which stated amounts are only weights (formula.md, section 2). */
export const giveBack: StepRule<'return'> = {
  ladders: ['underspend'],
  fields: ['limit', 'basis'],

  read(place, fields, scope) {
    const basis = readLadderBasis(place, fields.get('basis'), scope);
    return basis && { kind: 'return', basis };
  },

  take: ({ basis }, { most, around }) => shareInLadder(most, basis, 'returned', around),
};
