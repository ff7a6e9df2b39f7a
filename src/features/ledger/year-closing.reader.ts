import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Listing } from '../../platform/database/listing.js';
import { showProvenance } from '../shared/provenance.js';
import { RecordReader } from '../shared/record-kind.js';
import { frozenBalances } from './closing.reader.js';
import type { LedgerYearClosing } from './dto/year-closing.js';
import type { LedgerYearClosingRow } from './year-closing.entity.js';

interface YearClosingRow extends LedgerYearClosingRow {
  readonly stands: boolean;
}

const closings = `select y.*, not exists (select from ledger_reopening r
      join ledger_reopening_outcome o on o.partnership_id = r.partnership_id and o.reopening_id = r.id
      where r.partnership_id = y.partnership_id and r.closing_id = y.closing_id and o.outcome = 'approved') as stands
  from ledger_year_closing y where y.partnership_id = $1`;

export const yearClosingListing: Listing = {
  select: closings,
  key: { sql: 'y.id', type: 'uuid' },
  filters: { financialYear: { sql: 'y.financial_year', type: 'text' } },
  sorts: { financialYear: { sql: 'y.financial_year', type: 'text' } },
};

function showYearClosing(row: YearClosingRow): LedgerYearClosing {
  return {
    id: row.id,
    financialYear: row.financial_year,
    number: row.number,
    follows: row.follows_id,
    closing: row.closing_id,
    stands: row.stands,
    why: row.why,
    digest: row.digest,
    frozen: row.frozen,
    balances: frozenBalances(row.frozen),
    ...showProvenance(row),
  };
}

/** Years that were closed. */
@Injectable()
export class YearClosingReader extends RecordReader<YearClosingRow, LedgerYearClosing> {
  constructor(database: Database) {
    super(database, { listing: yearClosingListing, one: `${closings} and y.id = $2`, show: showYearClosing });
  }
}
