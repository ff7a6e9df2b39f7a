import type { AnswerOf } from '../../features/calculations/tables/answer-table.js';
import { showPounds } from '../shared/words.js';
import type { NameOf, Shown } from './shown.js';

/** An amount, and in the alternatives that are held against the named one how far it is from that. */
function cell(amount: string, gap: string): string {
  if (gap === '0.00') return showPounds(amount);
  const [size, way] = gap.startsWith('-') ? [gap.slice(1), 'less'] : [gap, 'more'];
  return `${showPounds(amount)}: ${showPounds(size)} ${way}`;
}

export function showCompare({ against, alternatives, partners, checks }: AnswerOf<'compare'>, nameOf: NameOf): Shown {
  const base = alternatives.find(({ id }) => id === against)?.name ?? against;
  return {
    says: [`Each gap in pounds is to “${base}”.`],
    warnings: alternatives
      .filter(({ unallocated }) => unallocated !== '0.00')
      .map(({ name, unallocated }) => `${showPounds(unallocated)} of “${name}” is borne by nobody`),
    table: {
      caption: 'What each partner pays in each',
      head: ['Partner', ...alternatives.map(({ name }) => name)],
      rows: partners.map(({ partner, amounts }) => ({
        name: nameOf(partner),
        cells: amounts.map(({ amount, gap }) => cell(amount, gap)),
      })),
      total: { name: 'Total, with what nobody bears', cells: alternatives.map(({ total, gap }) => cell(total, gap)) },
    },
    steps: [],
    checks,
  };
}
