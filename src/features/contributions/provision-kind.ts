import { statement } from '../../platform/database/statement.js';
import type { CheckedRow, ImportKind, RowsAsked } from '../shared/import-kind.js';
import { toPence } from '../shared/money.js';
import { authorityChecks } from '../shared/check-imports.js';
import { NewProvision, Provision } from './dto/provision.js';

const decided = statement(
  `select concat_ws(' ', authority_id, financial_year, decided_on) as key from provision
   where partnership_id = $1 and concat_ws(' ', authority_id, financial_year, decided_on) = any ($2)`,
);

const twice = {
  field: 'decidedOn',
  code: 'already-recorded',
  detail: 'Expected another day: that authority decided a provision for that year on this day already.',
};

async function check(asked: RowsAsked): Promise<readonly CheckedRow[]> {
  const wrongIn = await authorityChecks(asked, 'provision.add');
  const rows = asked.rows as readonly unknown[] as readonly NewProvision[];
  const keys = rows.map(keyOf);
  const found = await asked.session.rows<{ key: string }>(decided, [asked.partnership, keys]);
  const taken = new Set(found.map(({ key }) => key));
  return rows.map((given) => {
    const again = taken.has(keyOf(given));
    taken.add(keyOf(given));
    return { faults: [...wrongIn(given.authority), ...(again ? [twice] : [])], staged: stage(given) };
  });
}

const keyOf = (given: NewProvision) => `${given.authority} ${given.financialYear} ${given.decidedOn}`;

const stage = (given: NewProvision) => ({
  authority_id: given.authority,
  financial_year: given.financialYear,
  amount_pence: String(toPence(given.amount)),
  decided_on: given.decidedOn,
  source: given.source,
  illustrative: given.illustrative ?? false,
});

export const provisionKind: ImportKind = {
  name: 'provisions',
  add: NewProvision,
  view: Provision,
  columns: {
    ...{ authority: 'authority_id', financialYear: 'financial_year', amount: 'amount_pence', decidedOn: 'decided_on' },
    ...{ source: 'source', illustrative: 'illustrative' },
  },
  check,
  known: 'select id from provision where partnership_id = $1 and id = any ($2::uuid[])',
  direct: {
    action: 'provision.add',
    adds: `insert into provision (partnership_id, id, authority_id, financial_year, amount_pence, decided_on, source, illustrative)
    select :partnership, r.id, r.authority_id, r.financial_year, r.amount_pence, r.decided_on, r.source, r.illustrative
    from :rows as r(id uuid, authority_id text, financial_year text, amount_pence bigint, decided_on date,
      source text, illustrative boolean)`,
  },
};
