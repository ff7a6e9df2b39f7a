import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Listing } from '../../platform/database/listing.js';
import { toPounds } from '../shared/money.js';
import { showProvenance } from '../shared/provenance.js';
import { RecordReader } from '../shared/record-kind.js';
import type { HostLine } from './dto/host-line.js';
import type { HostLineRow } from './reconciliation.entity.js';

const lines = 'select l.* from host_line l where l.partnership_id = $1';

export const hostLineListing: Listing = {
  select: lines,
  key: { sql: 'l.id', type: 'uuid' },
  filters: {
    import: { sql: 'l.import_id', type: 'uuid' },
    accountCode: { sql: 'l.account_code', type: 'text' },
    reference: { sql: 'l.reference', type: 'text' },
    from: { sql: 'l.on_day', type: 'date', compare: '>=', says: 'Only those of this day or a later one' },
    asAt: { sql: 'l.on_day', type: 'date', compare: '<=', says: 'Only those of this day or an earlier one' },
  },
  sorts: { date: { sql: 'l.on_day', type: 'date' } },
};

export function showHostLine(row: HostLineRow): HostLine {
  return {
    id: row.id,
    date: row.on_day,
    reference: row.reference,
    description: row.description,
    amount: toPounds(row.amount_pence),
    accountCode: row.account_code,
    import: row.import_id,
    row: row.row_number,
    ...showProvenance(row),
  };
}

/** Lines of the host's own ledger, as they were brought. */
@Injectable()
export class HostLineReader extends RecordReader<HostLineRow, HostLine> {
  constructor(database: Database) {
    super(database, { listing: hostLineListing, one: `${lines} and l.id = $2`, show: showHostLine });
  }
}
