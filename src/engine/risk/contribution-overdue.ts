import { addDays, daysBetween } from '../calendar/local-date.js';
import { type Pence, pence, sumPence } from '../money/pence.js';
import { billOf, burdenOf, inPence } from './bill.js';
import { type Flag } from './flag.js';
import { type RiskContribution, type RiskPosition } from './position.js';
import { type FlagRule, raise, refer } from './raise.js';
import { remedies } from './remedies.js';
import { sayCount, sayDate, sayPartner, sayPounds, sayThreshold } from './words.js';

/**
 * `contribution-overdue`: a contribution with an unpaid balance `overdueDays` (30) or more days past due; medium, and high
 * from `defaultDays` (90). One flag per contribution. Pounds: that partner's balance, what was due less what was received
 * by the day. It bites, and first stood, on the due date plus `overdueDays`.
 */
export const contributionOverdue: FlagRule = (position) =>
  position.contributions.flatMap((contribution) => {
    const late = daysBetween(contribution.dueOn, position.asAt);
    const paid = sumPence(contribution.receipts.map(({ amount }) => amount));
    const unpaid = contribution.amount - paid;
    if (late < position.thresholds.overdueDays || unpaid <= 0n) return [];
    return [flagOf(position, contribution, { late, paid, unpaid: pence(unpaid) })];
  });

interface Balance {
  readonly late: number;
  readonly paid: Pence;
  readonly unpaid: Pence;
}

function flagOf(position: RiskPosition, contribution: RiskContribution, { late, paid, unpaid }: Balance): Flag {
  const { overdueDays, defaultDays } = position.thresholds;
  const { authority, dueOn, amount, receipts } = contribution;
  const bitesOn = addDays(dueOn, overdueDays);
  const who = sayPartner(position, authority);
  const days = sayCount(late, 'day');
  return raise(position, {
    code: 'contribution-overdue',
    about: contribution.id,
    title: `${who} has not paid all of "${contribution.what}"`,
    words: `${sayPounds(unpaid)} of ${sayPounds(amount)} is ${days} late: it was due on ${sayDate(dueOn)}.`,
    bill: billOf(position, burdenOf([inPence(authority, unpaid)])),
    bitesOn,
    graveOn: late >= defaultDays ? bitesOn : undefined,
    firstStood: bitesOn,
    rule: [
      sayThreshold(position, 'overdueDays', `Overdue from ${sayCount(overdueDays, 'day')} past due`),
      sayThreshold(position, 'defaultDays', `in default from ${sayCount(defaultDays, 'day')}`),
    ].join('; '),
    records: [refer('contribution', contribution), ...receipts.map((receipt) => refer('receipt', receipt))],
    couldDecide: [remedies.remind, remedies.defaultClause, remedies.reserve, remedies.accept],
    working: [
      `${sayPounds(amount)} due − ${sayPounds(paid)} received by ${sayDate(position.asAt)} = ${sayPounds(unpaid)}.`,
      `From ${sayDate(dueOn)} to ${sayDate(position.asAt)} is ${days}.`,
    ],
  });
}
