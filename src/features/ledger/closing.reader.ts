import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Listing } from '../../platform/database/listing.js';
import { toPounds } from '../shared/money.js';
import { showProvenance } from '../shared/provenance.js';
import { RecordReader } from '../shared/record-kind.js';
import type { LedgerClosing } from './dto/closing.js';
import type { LedgerClosingRow } from './period.entity.js';

interface Frozen {
  readonly balances: readonly {
    readonly fund: string;
    readonly account: string;
    readonly authority: string | null;
    readonly line: string | null;
    readonly pence: string;
  }[];
}

const closings = 'select c.* from ledger_closing c where c.partnership_id = $1';

export const closingListing: Listing = {
  select: closings,
  key: { sql: 'c.id', type: 'uuid' },
  filters: { startsOn: { sql: 'c.starts_on', type: 'date' } },
  sorts: { startsOn: { sql: 'c.starts_on', type: 'date' } },
};

/** What was frozen of every account, in pounds. */
export function frozenBalances(frozen: string): LedgerClosing['balances'] {
  const { balances } = JSON.parse(frozen) as Frozen;
  return balances.map(({ pence, ...of }) => ({ ...of, amount: toPounds(BigInt(pence)) }));
}

export function showClosing(row: LedgerClosingRow): LedgerClosing {
  return {
    id: row.id,
    startsOn: row.starts_on,
    number: row.number,
    follows: row.follows_id,
    why: row.why,
    digest: row.digest,
    frozen: row.frozen,
    balances: frozenBalances(row.frozen),
    ...showProvenance(row),
  };
}

/** Months that were closed. */
@Injectable()
export class ClosingReader extends RecordReader<LedgerClosingRow, LedgerClosing> {
  constructor(database: Database) {
    super(database, { listing: closingListing, one: `${closings} and c.id = $2`, show: showClosing });
  }
}
