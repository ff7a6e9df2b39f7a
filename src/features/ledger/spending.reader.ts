import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Listing } from '../../platform/database/listing.js';
import { toPounds } from '../shared/money.js';
import { type RecordedRow, showProvenance } from '../shared/provenance.js';
import { RecordReader } from '../shared/record-kind.js';
import type { Spending } from './dto/spending.js';

interface SpendingRow extends RecordedRow {
  readonly id: string;
  readonly line: string;
  readonly effective_on: string;
  readonly amount_pence: bigint;
  readonly reason: string;
  readonly reference: string | null;
  readonly fund: string;
  readonly financial_year: string;
  readonly checked: boolean;
  readonly reversed_by: string | null;
}

const spent = `select e.*, a.line, l.amount_pence, e.draft_id is not null or e.import_id is not null as checked,
    (select r.id from ledger_entry r where r.partnership_id = e.partnership_id and r.reversal_of = e.id) as reversed_by
  from ledger_entry e join ledger_line l on l.partnership_id = e.partnership_id and l.entry_id = e.id
    join ledger_account a on a.partnership_id = l.partnership_id and a.id = l.account_id and a.kind = 'budget-line'
  where e.kind = 'spending' and e.partnership_id = $1`;

export const spendingListing: Listing = {
  select: spent,
  key: { sql: 'e.id', type: 'uuid' },
  filters: {
    line: { sql: 'a.line', type: 'text' },
    fund: { sql: 'e.fund', type: 'text' },
    financialYear: { sql: 'e.financial_year', type: 'text' },
    spentOn: { sql: 'e.effective_on', type: 'date' },
    illustrative: { sql: 'e.illustrative', type: 'boolean' },
  },
  sorts: { spentOn: { sql: 'e.effective_on', type: 'date' }, amount: { sql: 'l.amount_pence', type: 'bigint' } },
};

function showSpending(row: SpendingRow): Spending {
  return {
    id: row.id,
    line: row.line,
    spentOn: row.effective_on,
    amount: toPounds(row.amount_pence),
    what: row.reason,
    reference: row.reference,
    fund: row.fund,
    financialYear: row.financial_year,
    checked: row.checked,
    reversedBy: row.reversed_by,
    ...showProvenance(row),
  };
}

/** What was spent, entry by entry, as a sheet brings it. */
@Injectable()
export class SpendingReader extends RecordReader<SpendingRow, Spending> {
  constructor(database: Database) {
    super(database, { listing: spendingListing, one: `${spent} and e.id = $2`, show: showSpending });
  }
}
