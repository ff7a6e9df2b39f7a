import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Listing } from '../../platform/database/listing.js';
import type { ReadSession } from '../../platform/database/session.js';
import { statement } from '../../platform/database/statement.js';
import { toPounds } from '../shared/money.js';
import { showProvenance } from '../shared/provenance.js';
import { RecordReader } from '../shared/record-kind.js';
import type { Reconciliation } from './dto/reconciliation.js';
import type { HeldAgainst } from './held-against.js';
import type { ReconciliationRow } from './reconciliation.entity.js';

interface Summed {
  readonly id: string;
  readonly lines: bigint;
  readonly pence: string;
}

interface ReconciledRow extends ReconciliationRow {
  readonly file_name: string | null;
  readonly file_digest: string | null;
  /** What its lines come to, once they are summed. */
  readonly host?: Summed;
}

/** The file itself is an import's: it is nothing to whoever may read what it is held against, and no imports. */
const reconciliations = `select r.*, i.file_name, i.file_digest
  from reconciliation r left join import i on i.partnership_id = r.partnership_id and i.id = r.import_id
  where r.partnership_id = $1`;

/** Each file is gone through once, however many of its accounts are on the page. */
const sums = statement(`with summed as materialized (
    select l.import_id, l.account_code, count(*) as lines, sum(l.amount_pence) as pence from host_line l
    where l.partnership_id = $1 and l.import_id = any ($3::uuid[]) group by 1, 2)
  select r.id, coalesce(sum(s.lines), 0)::bigint as lines, coalesce(sum(s.pence), 0)::text as pence
  from reconciliation r left join summed s on s.import_id = r.import_id and (r.code is null or s.account_code = r.code)
  where r.partnership_id = $1 and r.id = any ($2::uuid[]) group by r.id`);

/** The rows of a page, each with what its lines come to. */
async function besides(session: ReadSession, rows: readonly ReconciledRow[]): Promise<readonly ReconciledRow[]> {
  const [first] = rows;
  if (!first) return rows;
  const [ids, files] = [rows.map(({ id }) => id), [...new Set(rows.map((row) => row.import_id))]];
  const found = await session.rows<Summed>(sums, [first.partnership_id, ids, files]);
  const of = new Map(found.map((each) => [each.id, each]));
  return rows.map((row) => {
    const host = of.get(row.id);
    return host ? { ...row, host } : row;
  });
}

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
  if (!row.host) throw new Error('A reconciliation is shown with what its lines come to.');
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
    lines: Number(row.host.lines),
    closing: toPounds(row.opening_pence + BigInt(row.host.pence)),
    ...showProvenance(row),
  };
}

/** Extracts of the host's ledger, each with what it is held against. */
@Injectable()
export class ReconciliationReader extends RecordReader<ReconciledRow, Reconciliation> {
  constructor(database: Database) {
    super(database, {
      ...{ listing: reconciliationListing, one: `${reconciliations} and r.id = $2`, show: showReconciliation, besides },
    });
  }
}
