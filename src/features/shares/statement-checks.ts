import { type Pence, sumPence } from '../../engine/money/pence.js';
import { sayPence } from '../../engine/shares/say.js';
import { toPence } from '../shared/money.js';
import type { PartnerStatement, StatementCheck, StatementTotals } from './dto/share-statement.js';
import type { YearCalculation } from './year-calculations.js';

/** Every total of a statement against its parts, each said with its figures. */
export function statementChecks(
  calculations: readonly YearCalculation[],
  partners: readonly PartnerStatement[],
  totals: StatementTotals,
): StatementCheck[] {
  const totalled = sumPence(calculations.map(({ answer }) => toPence(answer.total)));
  const unallocated = sumPence(
    calculations.flatMap(({ answer }) => answer.unallocated.map((left) => toPence(left.amount))),
  );
  const shared = toPence(totals.share);
  const outstanding = partners.reduce((sum, { share, paid }) => sum + toPence(share) - toPence(paid), 0n);
  const calculated = calculations.flatMap(({ answer }) => answer.checks);
  return [
    foots(
      'shares-foot',
      'Partners and what is unallocated',
      (shared + unallocated) as Pence,
      'the calculations',
      totalled,
    ),
    foots(
      'outstanding-foots',
      'Shares less payments',
      outstanding as Pence,
      'what is outstanding',
      toPence(totals.outstanding),
    ),
    {
      check: 'calculations-hold',
      holds: calculated.every(({ holds }) => holds),
      says: `${calculated.filter(({ holds }) => holds).length} of ${calculated.length} checks of the calculations hold.`,
    },
  ];
}

function foots(check: string, what: string, amount: Pence, against: string, total: Pence): StatementCheck {
  const holds = amount === total;
  return { check, holds, says: `${what} come to ${sayPence(amount)}; ${against} to ${sayPence(total)}.` };
}
