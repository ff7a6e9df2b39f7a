import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Listing } from '../../platform/database/listing.js';
import { showProvenance } from '../shared/provenance.js';
import { RecordReader } from '../shared/record-kind.js';
import type { BudgetRow } from './budget.entity.js';
import type { Budget } from './dto/budget.js';
import { toShown, totalOf } from './stored-rows.js';

const budgets = 'select b.* from budget b where b.partnership_id = $1';

export const budgetListing: Listing = {
  select: budgets,
  key: { sql: 'b.id', type: 'uuid' },
  filters: {
    fund: { sql: 'b.fund', type: 'text' },
    financialYear: { sql: 'b.financial_year', type: 'text' },
    kind: { sql: 'b.kind', type: 'text' },
    decision: { sql: 'b.decision_id', type: 'uuid' },
    illustrative: { sql: 'b.illustrative', type: 'boolean' },
  },
  sorts: { from: { sql: 'b.starts_on', type: 'date' } },
};

export function showBudget(row: BudgetRow): Budget {
  return {
    id: row.id,
    fund: row.fund,
    financialYear: row.financial_year,
    kind: row.kind,
    from: row.starts_on,
    decision: row.decision_id,
    why: row.why,
    lines: toShown(row.lines),
    total: totalOf(row.lines),
    digest: row.digest,
    ...showProvenance(row),
  };
}

/** Budgets, each as it was recorded. */
@Injectable()
export class BudgetReader extends RecordReader<BudgetRow, Budget> {
  constructor(database: Database) {
    super(database, { listing: budgetListing, one: `${budgets} and b.id = $2`, show: showBudget });
  }
}
