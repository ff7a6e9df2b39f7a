import { at } from '../../reading/place.js';
import { readMember } from '../../shares/read-by-member.js';
import { bearAlone } from '../bear-alone.js';
import { type StepRule } from './step-rule.js';

/** One partner bears it alone, or gets it alone, for the days on which it is a member (formula.md, section 2). */
export const bearer: StepRule<'bearer'> = {
  ladders: ['overspend', 'underspend'],
  fields: ['limit', 'partner'],

  read(place, fields, scope) {
    const partner = readMember(at(place, 'partner'), fields.get('partner'), scope);
    return partner === null ? null : { kind: 'bearer', partner };
  },

  take({ partner }, { most, direction, around }) {
    const { took, absence, name } = bearAlone(most, partner, around);
    const words = `${name} ${direction === 'overspend' ? 'bears' : 'gets'} it alone${absence}.`;
    return { took, words, partners: new Map([[partner, took]]), inputs: { partner: around.members[partner]?.id } };
  },
};
