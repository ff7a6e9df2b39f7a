import { statement } from '../../platform/database/statement.js';
import type { CheckedRow, ImportKind, RowsAsked } from '../shared/import-kind.js';
import { toPence } from '../shared/money.js';
import { openMonths, whoseToAdd } from '../shared/check-imports.js';
import { NewReceipt, Receipt } from './dto/receipt.js';

const whoOwe = statement(`
  select c.id, c.authority_id, e.fund from contribution c
  left join ledger_entry e on e.partnership_id = c.partnership_id and e.id = c.id
  where c.partnership_id = $1 and c.id = any ($2::uuid[])`);

interface Owing {
  readonly id: string;
  readonly authority_id: string;
  readonly fund: string | null;
}

const anotherFund = {
  ...{ field: 'contribution', code: 'another-fund' },
  detail: 'Expected a contribution to the pool. What is received for another fund is proposed by itself.',
};

const notThere = {
  field: 'contribution',
  code: 'not-there',
  detail: 'Expected the id of a contribution of this partnership: the list of contributions, downloaded, has them.',
};

const notOwn = (whose: string) => ({
  ...{ field: 'contribution', code: 'not-own' },
  detail: `Expected a contribution that your own authority, ${whose}, owes: others enter their own.`,
});

/** A receipt is put down to the authority that owed it, never to one that a sheet names. */
async function check(asked: RowsAsked): Promise<readonly CheckedRow[]> {
  const whose = await whoseToAdd(asked, 'ledger-draft.add');
  const wrongDay = await openMonths(asked);
  const rows = asked.rows as readonly unknown[] as readonly NewReceipt[];
  const ids = rows.map(({ contribution }) => contribution);
  const found = await asked.session.rows<Owing>(whoOwe, [asked.partnership, ids]);
  const owing = new Map(found.map((one) => [one.id, one]));
  return rows.map((given) => {
    const owed = owing.get(given.contribution);
    if (owed === undefined) return { faults: [notThere] };
    const { authority_id: authority, fund } = owed;
    const own = whose === '*' || whose === authority;
    const faults = [
      ...(own ? [] : [notOwn(whose)]),
      ...((fund ?? 'pool') === 'pool' ? [] : [anotherFund]),
      ...wrongDay('receivedOn', given.receivedOn),
    ];
    return { faults, staged: stage(given, authority) };
  });
}

const stage = (given: NewReceipt, authority: string) => ({
  authority_id: authority,
  contribution_id: given.contribution,
  received_on: given.receivedOn,
  amount_pence: String(toPence(given.amount)),
  reference: given.reference,
  source: given.source,
  illustrative: given.illustrative ?? false,
});

export const receiptKind: ImportKind = {
  name: 'receipts',
  add: NewReceipt,
  view: Receipt,
  columns: {
    ...{ contribution: 'contribution_id', receivedOn: 'received_on', amount: 'amount_pence', reference: 'reference' },
    ...{ source: 'source', illustrative: 'illustrative' },
  },
  check,
  known: 'select id from receipt where partnership_id = $1 and id = any ($2::uuid[])',
  direct: {
    action: 'receipt.add',
    adds: `insert into receipt (partnership_id, id, authority_id, contribution_id, received_on, amount_pence, reference, source, illustrative,
      recorded_by)
    select :partnership, r.id, r.authority_id, r.contribution_id, r.received_on, r.amount_pence, r.reference, r.source, r.illustrative,
      (select authz.actor())
    from :rows as r(id uuid, authority_id text, contribution_id uuid, received_on date, amount_pence bigint,
      reference text, source text, illustrative boolean)`,
  },
};
