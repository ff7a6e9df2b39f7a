import type { AnswerOf } from '../../features/calculations/tables/answer-table.js';
import { sentence, showPounds } from '../shared/words.js';
import type { NameOf, Shown, ShownRow } from './shown.js';

type TrueUp = AnswerOf<'true-up'>;
type Moved = Pick<TrueUp['unallocated'][number], 'recorded' | 'later' | 'difference' | 'because'>;

function row(name: string, { recorded, later, difference, because }: Moved): ShownRow {
  const causes = because.map((part) => `${part.causes.join(' and ')} ${showPounds(part.amount)}`).join(', ');
  return {
    name,
    cells: [...[recorded, later, difference].map(showPounds), causes === '' ? 'Nothing' : sentence(causes)],
  };
}

export function showTrueUp(answer: TrueUp, nameOf: NameOf): Shown {
  const { recorded, later, difference, because, partners, unallocated, steps, checks } = answer;
  return {
    says: [`${showPounds(recorded.total)} was recorded; it is now ${showPounds(later.total)}.`],
    warnings: unallocated
      .filter((pot) => pot.later !== '0.00')
      .map((pot) => `${showPounds(pot.later)} of ${pot.pot} is now borne by nobody`),
    table: {
      caption: 'What each partner has to pay more, or gets back',
      head: ['Partner', 'Recorded', 'Now', 'Difference', 'Put down to'],
      rows: [
        ...partners.map((partner) => row(nameOf(partner.partner), partner)),
        ...unallocated.map((pot) => row(`Nobody: ${pot.pot}`, pot)),
      ],
      total: row('Total', { recorded: recorded.total, later: later.total, difference, because }),
    },
    steps: steps.map(({ words }) => ({ words, clause: undefined, details: [] })),
    checks,
  };
}
