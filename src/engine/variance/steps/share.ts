import { shareInLadder } from '../share-in-ladder.js';
import { readLadderBasis } from '../reading/read-ladder-basis.js';
import { type StepRule } from './step-rule.js';

/** The members share it on a basis, in which stated amounts are only weights (formula.md, section 2). */
export const share: StepRule<'share'> = {
  ladders: ['overspend', 'underspend'],
  fields: ['limit', 'basis'],

  read(place, fields, scope) {
    const basis = readLadderBasis(place, fields.get('basis'), scope);
    return basis && { kind: 'share', basis };
  },

  take: ({ basis }, { most, around }) => shareInLadder(most, basis, 'shared', around),
};
