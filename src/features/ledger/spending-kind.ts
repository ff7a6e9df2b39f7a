import { Refused } from '../../platform/http/problem.js';
import { openMonths, whoseToAdd } from '../shared/check-imports.js';
import type { CheckedRow, ImportKind, RowsAsked } from '../shared/import-kind.js';
import { toPence } from '../shared/money.js';
import { NewSpending, Spending } from './dto/spending.js';

/** Spending is of the pool, no one partner's: whoever acts for their own council alone enters none. */
async function check(asked: RowsAsked): Promise<readonly CheckedRow[]> {
  if ((await whoseToAdd(asked, 'ledger-draft.add')) !== '*')
    throw new Refused('forbidden', 'Spending of the pool is entered by the finance lead of the host.');
  const wrongDay = await openMonths(asked);
  return (asked.rows as readonly unknown[] as readonly NewSpending[]).map((given) => ({
    faults: wrongDay('spentOn', given.spentOn),
    staged: {
      line: given.line,
      spent_on: given.spentOn,
      amount_pence: String(toPence(given.amount)),
      what: given.what,
      reference: given.reference || null,
      fund: given.fund || 'pool',
      source: given.source,
      illustrative: given.illustrative ?? false,
    },
  }));
}

export const spendingKind: ImportKind = {
  name: 'spending',
  add: NewSpending,
  view: Spending,
  columns: { spentOn: 'spent_on', amount: 'amount_pence' },
  check,
  known: 'select id from ledger_entry where partnership_id = $1 and id = any ($2::uuid[])',
};
