import { statement } from '../../platform/database/statement.js';
import { Refused } from '../../platform/http/problem.js';
import type { CheckedRow, ImportKind, RowsAsked } from '../shared/import-kind.js';
import { toPence } from '../shared/money.js';
import { HostLine, NewHostLine } from './dto/host-line.js';

const mayAdd = statement(`select authz.adds('reconciliation.add') is not null as may`);

async function check({ session, rows }: RowsAsked): Promise<readonly CheckedRow[]> {
  const found = await session.one<{ may: boolean }>(mayAdd);
  if (found?.may !== true) {
    throw new Refused('forbidden', 'Your capacity may not reconcile, so it may not bring the host’s ledger.');
  }
  return (rows as readonly unknown[] as readonly (NewHostLine & { source: string })[]).map(checked);
}

const ofNothing = {
  field: 'amount',
  code: 'of-nothing',
  detail: 'Expected an amount other than nothing. Delete the row.',
};

function checked({ date, reference, description, amount, accountCode, source }: NewHostLine & { source: string }) {
  const pence = toPence(amount);
  if (pence === 0n) return { faults: [ofNothing] };
  const staged = {
    ...{ on_day: date, reference: said(reference), description: said(description), account_code: said(accountCode) },
    ...{ amount_pence: String(pence), source: source.trim() },
  };
  return { faults: [], staged };
}

const said = (text: string | undefined) => (text === undefined || text.trim() === '' ? null : text.trim());

/** The host's own ledger. It posts nothing: it is held against ours. */
export const hostLedgerKind: ImportKind = {
  name: 'host-ledger',
  add: NewHostLine,
  view: HostLine,
  columns: { date: 'on_day', amount: 'amount_pence', accountCode: 'account_code' },
  setsOthersAside: true,
  check,
  known: 'select id from host_line where partnership_id = $1 and id = any ($2::uuid[])',
  direct: {
    action: 'reconciliation.add',
    adds: `insert into host_line (partnership_id, id, import_id, row_number, on_day, reference, description, amount_pence, account_code, source)
    select :partnership, r.id, p.import_id, r."row", r.on_day, r.reference, r.description, r.amount_pence, r.account_code, r.source
    from :rows as r(id uuid, "row" int, on_day date, reference text, description text, amount_pence bigint, account_code text, source text)`,
  },
};
