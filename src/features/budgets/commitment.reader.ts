import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Listing } from '../../platform/database/listing.js';
import { toPounds } from '../shared/money.js';
import { showProvenance } from '../shared/provenance.js';
import { RecordReader } from '../shared/record-kind.js';
import type { CommitmentRow } from './commitment.entity.js';
import type { Commitment } from './dto/commitment.js';

interface OrderRow extends CommitmentRow {
  readonly paid: bigint;
  readonly released: bigint;
  readonly outstanding: bigint;
  readonly payments: readonly { readonly entry: string; readonly effectiveOn: string; readonly pence: string }[];
  readonly releases: readonly { readonly releasedOn: string; readonly reason: string; readonly pence: string }[];
}

const orders = `select c.*, o.paid, o.released, o.outstanding,
    coalesce((select json_agg(json_build_object('entry', e.id, 'effectiveOn', e.effective_on, 'pence', l.amount_pence::text)
        order by e.effective_on, e.id)
      from ledger_entry e join ledger_line l on l.partnership_id = e.partnership_id and l.entry_id = e.id and l.amount_pence > 0
      where e.partnership_id = c.partnership_id and e.pays_id = c.id and e.kind = 'spending' and not exists (
        select from ledger_entry r where r.partnership_id = e.partnership_id and r.reversal_of = e.id)), '[]') as payments,
    coalesce((select json_agg(json_build_object('releasedOn', r.released_on, 'reason', r.reason, 'pence', r.amount_pence::text)
        order by r.released_on, r.id)
      from commitment_release r where r.partnership_id = c.partnership_id and r.commitment_id = c.id), '[]') as releases
  from commitment c join ledger.orders($1, null, null, 'infinity', null) o on o.id = c.id
  where c.partnership_id = $1`;

const state = `case when o.outstanding > 0 then 'open' when o.paid > 0 then 'paid' else 'released' end`;

export const commitmentListing: Listing = {
  select: orders,
  key: { sql: 'c.id', type: 'uuid' },
  filters: {
    fund: { sql: 'c.fund', type: 'text' },
    financialYear: { sql: 'c.financial_year', type: 'text' },
    line: { sql: 'c.line', type: 'text' },
    supplier: { sql: 'c.supplier', type: 'text' },
    reference: { sql: 'c.reference', type: 'text' },
    state: { sql: state, type: 'text' },
    illustrative: { sql: 'c.illustrative', type: 'boolean' },
  },
  sorts: {
    orderedOn: { sql: 'c.ordered_on', type: 'date' },
    expectedIn: { sql: 'c.expected_in', type: 'date' },
  },
};

const stateOf = ({ outstanding, paid }: OrderRow): string =>
  outstanding > 0n ? 'open' : paid > 0n ? 'paid' : 'released';

function showOrder(row: OrderRow): Commitment {
  return {
    id: row.id,
    fund: row.fund,
    line: row.line,
    financialYear: row.financial_year,
    amount: toPounds(row.amount_pence),
    supplier: row.supplier,
    reference: row.reference,
    what: row.what,
    orderedOn: row.ordered_on,
    expectedIn: row.expected_in,
    state: stateOf(row),
    paid: toPounds(row.paid),
    released: toPounds(row.released),
    outstanding: toPounds(row.outstanding),
    payments: row.payments.map(({ pence, ...payment }) => ({ ...payment, amount: toPounds(BigInt(pence)) })),
    releases: row.releases.map(({ pence, ...release }) => ({ ...release, amount: toPounds(BigInt(pence)) })),
    ...showProvenance(row),
  };
}

/** Orders, each with what was paid on it and what was let go. */
@Injectable()
export class CommitmentReader extends RecordReader<OrderRow, Commitment> {
  constructor(database: Database) {
    super(database, { listing: commitmentListing, one: `${orders} and c.id = $2`, show: showOrder });
  }
}
