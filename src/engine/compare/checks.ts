import { readPounds } from '../money/pence.js';
import { type Amount, type CompareAnswer } from './answer.js';

/** An answer as it will be sent, so that a check is of what is printed. */
type Checked = Omit<CompareAnswer, 'checks' | 'digest' | 'engine'>;

const pence = (text: string | undefined): bigint => readPounds(text) ?? 0n;

/** The sum down one column: of one figure of one alternative. */
function sumDown({ partners }: Checked, position: number, figure: 'amount' | 'gap'): bigint {
  const cell = (amounts: readonly Amount[]): bigint => pence(amounts[position]?.[figure]);
  return partners.reduce((sum, { amounts }) => sum + cell(amounts), 0n);
}

/** The checks of an answer: what partners pay and nobody bears is the total, and their gaps are the gap of the totals. */
export function checkAnswer(answer: Checked): CompareAnswer['checks'] {
  const { alternatives, against } = answer;
  const base = alternatives.find(({ id }) => id === against);
  return [
    {
      check: 'columns-foot',
      holds: alternatives.every(({ total, unallocated }, i) => {
        return sumDown(answer, i, 'amount') + pence(unallocated) === pence(total);
      }),
      says: 'Each alternative’s total is what the partners pay and what is unallocated, together.',
    },
    {
      check: 'gaps-foot',
      holds: alternatives.every(({ gap, unallocated }, i) => {
        const ofNobody = pence(unallocated) - pence(base?.unallocated);
        return sumDown(answer, i, 'gap') + ofNobody === pence(gap);
      }),
      says: `The gaps of the partners and of what is unallocated are the gap of the totals to those of ${against}.`,
    },
  ];
}
