import { readPounds } from '../money/pence.js';
import { type Difference, type TrueUpAnswer } from './answer.js';

/** An answer as it will be sent, so that a check is of what is printed. */
type Checked = Omit<TrueUpAnswer, 'checks' | 'digest' | 'engine'>;
type Checks = TrueUpAnswer['checks'];

const pence = (text: string): bigint => readPounds(text) ?? 0n;
const add = (texts: readonly string[]): bigint => texts.reduce((sum, text) => sum + pence(text), 0n);

/** Whether an amount's causes make its difference, and that what it was and is. */
function foots({ recorded, later, difference, because }: Difference): boolean {
  const sum = add(because.map(({ amount }) => amount));
  return sum === pence(difference) && pence(later) - pence(recorded) === pence(difference);
}

const MONEY = ['recorded', 'later', 'difference'] as const;

function sums(whole: Pick<Difference, (typeof MONEY)[number]>, parts: readonly Difference[]): boolean {
  return MONEY.every((figure) => add(parts.map((part) => part[figure])) === pence(whole[figure]));
}

/** The checks of an answer: rows by cause, rows by pot, and the columns. */
export function checkAnswer(answer: Checked): Checks {
  const { partners, unallocated, because, difference } = answer;
  const whole = { recorded: answer.recorded.total, later: answer.later.total, difference, because };
  const rows = [whole, ...partners, ...partners.flatMap(({ pots }) => pots), ...unallocated];
  return [
    {
      check: 'causes-foot',
      holds: rows.every(foots),
      says: 'Every difference is the later amount less the recorded one, and its causes together.',
    },
    {
      check: 'pots-foot',
      holds: partners.every((partner) => sums(partner, partner.pots)),
      says: 'Each partner’s amounts are those of its pots together.',
    },
    {
      check: 'total-foots',
      holds: sums(whole, [...partners, ...unallocated]),
      says: 'The totals are what the partners pay and what is unallocated, together.',
    },
  ];
}
