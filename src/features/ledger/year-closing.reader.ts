import { Injectable } from '@nestjs/common';
import { type Context, within } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import type { Listing } from '../../platform/database/listing.js';
import { statement } from '../../platform/database/statement.js';
import { showProvenance } from '../shared/provenance.js';
import { RecordReader } from '../shared/record-kind.js';
import { frozenBalances } from './closing.reader.js';
import type { LedgerYearClosing } from './dto/year-closing.js';
import { knownAt } from './known-at.js';
import type { LedgerYearClosingRow } from './year-closing.entity.js';

interface YearClosingRow extends LedgerYearClosingRow {
  readonly stands: boolean;
}

/** Those of which this was recorded by then, in SQL of a row; each stands unless by then two councils had its last month opened again. */
const closingsKnown = (known: (row: string) => string) => `select y.*, not exists (select from ledger_reopening r
      join ledger_reopening_outcome o on o.partnership_id = r.partnership_id and o.reopening_id = r.id
      where r.partnership_id = y.partnership_id and r.closing_id = y.closing_id and o.outcome = 'approved' and ${known('o')}) as stands
  from ledger_year_closing y where y.partnership_id = $1 and ${known('y')}`;

/** Those of a partnership, $1, whether each stands now. */
export const closings = closingsKnown(() => 'true');

/** $2 the years, $3 as known at, if asked. */
const standing = statement(`select c.* from (${closingsKnown((row) => knownAt(row, '$3'))}) c
  where c.stands and c.financial_year = any ($2::text[])`);

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
  constructor(private readonly asked: Database) {
    super(asked, { listing: yearClosingListing, one: `${closings} and y.id = $2`, show: showYearClosing });
  }

  /** The closing of each of these years that stood as known at the end of a day; that stands, where none is given. */
  async standing(
    context: Context,
    partnership: string,
    years: readonly string[],
    known: string | undefined,
  ): Promise<ReadonlyMap<string, LedgerYearClosing>> {
    const session = this.asked.questions(within(context, partnership));
    const rows = await session.rows<YearClosingRow>(standing, [partnership, years, known ?? null]);
    return new Map(rows.map((row) => [row.financial_year, showYearClosing(row)]));
  }
}
