import type { AnswerOf } from '../../features/calculations/tables/answer-table.js';
import { sentence, showPounds } from '../shared/words.js';
import { type NameOf, type Shown, type ShownRow, showStep } from './shown.js';

type Variance = AnswerOf<'variance'>;

/** With the sign that it has for partners, so that the column adds up to the variance. */
function signed({ of }: { readonly of: string }, amount: string): string {
  return showPounds(of === 'underspend' && amount !== '0.00' ? `-${amount}` : amount);
}

/** What steps took that fall on no partner: from a reserve, cut, carried forward. */
function elsewhere({ steps }: Variance): readonly ShownRow[] {
  return steps
    .filter(({ took, partners }) => took !== '0.00' && Object.keys(partners).length === 0)
    .map((step) => ({
      name: `On no partner: ${step.kind.replace('-', ' ')}`,
      cells: [signed(step, step.took)],
    }));
}

export function showVariance(answer: Variance, nameOf: NameOf): Shown {
  const { budget, forecast, variance, partners, toDecide, working, checks } = answer;
  return {
    says: [`${showPounds(forecast)} forecast, ${showPounds(budget)} budgeted: ${showPounds(variance)}.`],
    warnings: toDecide.map(
      ({ of, amount, why }) => `${showPounds(amount)} of the ${of} is undetermined. ${sentence(why)}`,
    ),
    table: {
      caption: 'Who bears or gets what: above nothing it pays more, below nothing it gets back',
      head: ['Who', 'Amount'],
      rows: [
        ...Object.entries(partners).map(([id, amount]) => ({ name: nameOf(id), cells: [showPounds(amount)] })),
        ...elsewhere(answer),
        ...toDecide.map((one) => ({ name: 'Nobody, until the board decides', cells: [signed(one, one.amount)] })),
      ],
      total: { name: 'Variance', cells: [showPounds(variance)] },
    },
    steps: working.map((step) => showStep(step, nameOf)),
    checks,
  };
}
