import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Listing } from '../../platform/database/listing.js';
import { toPounds } from '../shared/money.js';
import { showProvenance } from '../shared/provenance.js';
import { RecordReader } from '../shared/record-kind.js';
import type { Reconciliation } from './dto/reconciliation.js';
import type { HeldAgainst } from './held-against.js';
import type { ReconciliationRow } from './reconciliation.entity.js';

interface ReconciledRow extends ReconciliationRow {
  readonly file_name: string | null;
  readonly file_digest: string | null;
  readonly lines: bigint;
  readonly closing: string;
}

/** The file itself is an import's: it is nothing to whoever may read what it is held against, and no imports. */
const reconciliations = `select r.*, i.file_name, i.file_digest, h.lines,
    (r.opening_pence + h.pence)::text as closing
  from reconciliation r left join import i on i.partnership_id = r.partnership_id and i.id = r.import_id
  cross join lateral (select count(*) as lines, coalesce(sum(l.amount_pence), 0) as pence
    from host_line l where l.partnership_id = r.partnership_id and l.import_id = r.import_id
      and (r.code is null or l.account_code = r.code)) h
  where r.partnership_id = $1`;

export const reconciliationListing: Listing = {
  select: reconciliations,
  key: { sql: 'r.id', type: 'uuid' },
  filters: {
    account: { sql: 'r.account', type: 'text' },
    fund: { sql: 'r.fund', type: 'text' },
    line: { sql: 'r.line', type: 'text' },
    asAt: { sql: 'r.as_at', type: 'date' },
    import: { sql: 'r.import_id', type: 'uuid' },
  },
  sorts: {
    asAt: { sql: 'r.as_at', type: 'date' },
    recordedOn: { sql: `(r.recorded_at at time zone 'Europe/London')::date`, type: 'date' },
  },
};

function showReconciliation(row: ReconciledRow): Reconciliation {
  return {
    id: row.id,
    import: row.import_id,
    account: row.account as HeldAgainst,
    fund: row.fund,
    from: row.starts_on,
    asAt: row.as_at,
    opening: toPounds(row.opening_pence),
    line: row.line,
    code: row.code,
    openingWhy: row.opening_why,
    turned: row.turned,
    days: row.days,
    file: row.file_name,
    fileDigest: row.file_digest,
    lines: Number(row.lines),
    closing: toPounds(BigInt(row.closing)),
    ...showProvenance(row),
  };
}

/** Extracts of the host's ledger, each with what it is held against. */
@Injectable()
export class ReconciliationReader extends RecordReader<ReconciledRow, Reconciliation> {
  constructor(database: Database) {
    super(database, {
      ...{ listing: reconciliationListing, one: `${reconciliations} and r.id = $2`, show: showReconciliation },
    });
  }
}
