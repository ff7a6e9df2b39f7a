import { type Fraction, ZERO, compare, fromPence } from '../money/fraction.js';
import { readPounds } from '../money/pence.js';
import { type Check, type CheckKind, type SharesAnswer } from './answer.js';
import { type SharesRounding } from './document.js';
import { type PotReport } from './report.js';
import { sayPence, sayPounds } from './say.js';

/** An answer as it will be sent, and what it was made from. */
export interface Checked {
  readonly answer: Pick<SharesAnswer, 'total' | 'partners' | 'unallocated'>;
  readonly reports: readonly PotReport[];
  readonly rounding: SharesRounding;
}

/** Adds up amounts as they are printed in the answer, so that a check is of what is sent and not of what was meant. */
function add(items: readonly { readonly amount: string }[]): bigint {
  return items.reduce((sum, { amount }) => sum + (readPounds(amount) ?? 0n), 0n);
}

const isSame = (sum: bigint, printed: string): boolean => readPounds(printed) === sum;

/** How many of `items` fail; as words for a check that they `do`. */
function say<T>(items: readonly T[], holds: (item: T) => boolean, does: string): Omit<Check, 'check'> {
  const failed = items.filter((item) => !holds(item)).length;
  return { holds: failed === 0, says: `${does}${failed > 0 ? `: ${failed} of ${items.length} do not` : ''}.` };
}

function potsFoot({ answer, reports }: Checked): Omit<Check, 'check'> {
  const sums = new Map(reports.map(({ pot }) => [pot.id, 0n]));
  const lines = [...answer.partners.flatMap(({ pots }) => pots), ...answer.unallocated];
  for (const { pot, amount } of lines) sums.set(pot, (sums.get(pot) ?? 0n) + (readPounds(amount) ?? 0n));
  const does = 'Each pot’s total is what its members pay and what is unallocated of it, together';
  return say(reports, ({ pot, total }) => sums.get(pot.id) === total, does);
}

function totalFoots({ answer, reports }: Checked): Omit<Check, 'check'> {
  const [paid, left] = [add(answer.partners), add(answer.unallocated)];
  const pots = reports.reduce((sum, { total }) => sum + total, 0n);
  const says = `The pots come to ${sayPence(pots)}; the partners pay ${sayPence(paid)} and ${sayPence(left)} is unallocated.`;
  return { holds: isSame(paid + left, answer.total) && isSame(pots, answer.total), says };
}

function withinOneUnit({ reports, rounding }: Checked): Omit<Check, 'check'> {
  const furthest = reports.reduce((most, r): Fraction => (compare(r.furthest, most) > 0 ? r.furthest : most), ZERO);
  const apart = rounding.rule === 'partner' ? ', that of the partner that takes the differences apart' : '';
  const says = `Every rounded amount is within ${sayPence(rounding.unit)} of its exact one${apart}: the furthest is ${sayPounds(furthest)} away.`;
  return { holds: compare(furthest, fromPence(rounding.unit)) <= 0, says };
}

/** Every check, made of the answer as it is printed. One without a rule does not compile. */
const checks: Readonly<Record<CheckKind, (checked: Checked) => Omit<Check, 'check'>>> = {
  'rows-foot': ({ answer }) =>
    say(
      answer.partners,
      ({ pots, amount }) => isSame(add(pots), amount),
      'Each partner’s amount is the sum of its pots',
    ),

  'lines-foot': ({ answer }) => {
    const does = 'Each partner’s part of a pot is what it shares and its own lines together';
    const holds = ({ amount, shared, lines }: (typeof answer.partners)[number]['pots'][number]) =>
      isSame(add(lines) + (readPounds(shared) ?? 0n), amount);
    return say(
      answer.partners.flatMap(({ pots }) => pots),
      holds,
      does,
    );
  },

  'pots-foot': potsFoot,
  'total-foots': totalFoots,

  'nothing-unallocated': ({ answer: { unallocated } }) => ({
    holds: unallocated.length === 0,
    says:
      unallocated.length === 0 ? 'Every amount has someone to bear it.' : `Nobody bears ${sayPence(add(unallocated))}.`,
  }),

  'within-one-unit': withinOneUnit,
};

/** What must hold of an answer, and whether it does, along its rows and its columns. */
export function checkAnswer(checked: Checked): readonly Check[] {
  return (Object.keys(checks) as CheckKind[]).map((check) => {
    const { holds, says } = checks[check](checked);
    return { check, holds, says };
  });
}
