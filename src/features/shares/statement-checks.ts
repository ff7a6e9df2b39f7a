import { sayPence } from '../../engine/shares/say.js';
import { toPence } from '../shared/money.js';
import type { StatementCheck } from './dto/share-statement.js';
import type { MoneyInYear } from './statement.query.js';
import type { Amounts } from './statement-rows.js';
import type { YearCalculation } from './year-calculations.js';

/** Every total of a statement against what it was made from, each said with its figures. */
export function statementChecks(
  calculations: readonly YearCalculation[],
  money: readonly MoneyInYear[],
  totals: Amounts,
): StatementCheck[] {
  const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);
  const unallocated = sum(
    calculations.flatMap(({ answer }) => answer.unallocated.map(({ amount }) => toPence(amount))),
  );
  const calculated = sum(calculations.map(({ answer }) => toPence(answer.total)));
  const column = (name: 'billed' | 'due' | 'paid') => sum(money.map((line) => BigInt(line[name])));
  const checks = calculations.flatMap(({ answer }) => answer.checks);
  const held = checks.filter(({ holds }) => holds).length;
  return [
    foots('shares-foot', 'Shares and what is unallocated', totals.share + unallocated, 'the calculations', calculated),
    foots('billed-foots', 'What partners are billed', totals.billed, 'the contributions recorded', column('billed')),
    foots('due-foots', 'What is due of it', totals.due, 'the contributions due by then', column('due')),
    foots('paid-foots', 'What partners paid', totals.paid, 'the receipts recorded by then', column('paid')),
    foots(
      'outstanding-foots',
      'Shares less payments',
      totals.share - totals.paid,
      'what is outstanding',
      totals.outstanding,
    ),
    {
      check: 'calculations-hold',
      holds: held === checks.length,
      says: `${held} of ${checks.length} checks of the calculations hold.`,
    },
  ];
}

function foots(check: string, what: string, amount: bigint, against: string, total: bigint): StatementCheck {
  return { check, holds: amount === total, says: `${what}: ${sayPence(amount)}; ${against}: ${sayPence(total)}.` };
}
