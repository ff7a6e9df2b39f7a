import type { CalculationKind } from '../../features/calculations/kinds.js';
import type { AnswerOf } from '../../features/calculations/tables/answer-table.js';
import { showCompare } from './show-compare.js';
import { showTrueUp } from './show-true-up.js';
import { showVariance } from './show-variance.js';
import { showPounds } from '../shared/words.js';
import { type NameOf, type Shown, showStep } from './shown.js';

type Show = { readonly [K in CalculationKind]: (answer: AnswerOf<K>, nameOf: NameOf) => Shown };

const show: Show = {
  shares: ({ total, partners, unallocated, working, checks }, nameOf) => ({
    says: [`${showPounds(total)} in all.`],
    warnings: unallocated
      .filter(({ amount }) => amount !== '0.00')
      .map(({ pot, amount, why }) => `${showPounds(amount)} of ${pot} is borne by nobody: ${why}`),
    table: {
      caption: 'What each partner pays',
      head: ['Partner', 'Share', 'Per cent'],
      rows: partners.map(({ partner, amount, displayPercent }) => ({
        name: nameOf(partner),
        cells: [showPounds(amount), `${displayPercent}%`],
      })),
      total: { name: 'Total, with what nobody bears', cells: [showPounds(total), ''] },
    },
    steps: working.map((step) => showStep(step, nameOf)),
    checks,
  }),
  variance: showVariance,
  'true-up': showTrueUp,
  compare: showCompare,
  footing: ({ words, contradictions, search, working, checks }) => ({
    says: [words, search.says],
    warnings: contradictions.map((one) => one.words),
    table: undefined,
    steps: working.map(({ words: step }) => ({ words: step, clause: undefined, details: [] })),
    checks,
  }),
};

/** An answer as its page shows it: the figures, what was done step by step, and whether it adds up. */
export function showAnswer(kind: CalculationKind, answer: object, nameOf: NameOf): Shown {
  return (show[kind] as (answer: object, nameOf: NameOf) => Shown)(answer, nameOf);
}
