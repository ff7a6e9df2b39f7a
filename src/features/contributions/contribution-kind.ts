import type { CheckedRow, ImportKind, RowsAsked } from '../shared/import-kind.js';
import { toPence } from '../shared/money.js';
import { authorityChecks, openMonths } from '../shared/check-imports.js';
import { Contribution, NewContribution } from './dto/contribution.js';

async function check(asked: RowsAsked): Promise<readonly CheckedRow[]> {
  const wrongIn = await authorityChecks(asked, 'ledger-draft.add');
  const wrongDay = await openMonths(asked);
  return (asked.rows as readonly unknown[] as readonly NewContribution[]).map((given) => ({
    faults: [...wrongIn(given.authority), ...wrongDay('dueOn', given.dueOn)],
    staged: {
      authority_id: given.authority,
      due_on: given.dueOn,
      amount_pence: String(toPence(given.amount)),
      what: given.what,
      source: given.source,
      illustrative: given.illustrative ?? false,
    },
  }));
}

export const contributionKind: ImportKind = {
  name: 'contributions',
  add: NewContribution,
  view: Contribution,
  columns: {
    ...{ authority: 'authority_id', dueOn: 'due_on', amount: 'amount_pence', what: 'what' },
    ...{ source: 'source', illustrative: 'illustrative' },
  },
  check,
  known: 'select id from contribution where partnership_id = $1 and id = any ($2::uuid[])',
  direct: {
    action: 'contribution.add',
    adds: `insert into contribution (partnership_id, id, authority_id, due_on, amount_pence, what, source, illustrative,
      recorded_by)
    select :partnership, r.id, r.authority_id, r.due_on, r.amount_pence, r.what, r.source, r.illustrative,
      (select authz.actor())
    from :rows as r(id uuid, authority_id text, due_on date, amount_pence bigint, what text, source text,
      illustrative boolean)`,
  },
};
