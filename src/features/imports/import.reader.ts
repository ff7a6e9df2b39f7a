import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Listing } from '../../platform/database/listing.js';
import { toPounds } from '../shared/money.js';
import { RecordReader } from '../shared/record-kind.js';
import type { Import } from './dto/import.js';
import type { ImportFault } from './fault.js';
import type { ImportState } from './states.js';

interface ImportRow {
  readonly id: string;
  readonly kind: string;
  readonly file_name: string;
  readonly file_digest: string;
  readonly recorded_at: Date;
  readonly recorded_by: string;
  readonly staged: bigint;
  readonly many: number | null;
  readonly total: bigint;
  readonly digest: string | null;
  readonly sheet: string | null;
  readonly set_aside: readonly string[] | null;
  readonly faults: readonly ImportFault[] | null;
  readonly fault_count: number | null;
  readonly added_at: Date | null;
  readonly state: ImportState;
}

const select = `select i.id, i.kind, i.file_name, i.file_digest, i.recorded_at, i.recorded_by, r.many, r.digest, r.sheet,
    r.set_aside, r.faults, r.fault_count, coalesce(r.total_pence, 0)::bigint as total, c.recorded_at as added_at,
    (select coalesce(sum(p.many), 0)::bigint from import_part p where (p.partnership_id, p.import_id) = (i.partnership_id, i.id)) as staged,
    case when c.id is not null then 'added' when r.sound then 'ready' when r.id is not null then 'faulty'
      when i.recorded_at < now() - interval '2 minutes' then 'interrupted' else 'reading' end as state
  from import i left join import_reading r on (r.partnership_id, r.id) = (i.partnership_id, i.id)
    left join import_confirmation c on (c.partnership_id, c.id) = (i.partnership_id, i.id)
  where i.partnership_id = $1`;

export const importListing: Listing = {
  select,
  key: { sql: 'i.id', type: 'uuid' },
  filters: { kind: { sql: 'i.kind', type: 'text' }, fileDigest: { sql: 'i.file_digest', type: 'text' } },
  sorts: { recordedOn: { sql: `(i.recorded_at at time zone 'Europe/London')::date`, type: 'date' } },
};

function showImport(row: ImportRow): Import {
  return {
    id: row.id,
    kind: row.kind,
    file: row.file_name,
    fileDigest: row.file_digest,
    state: row.state,
    rows: row.many ?? Number(row.staged),
    total: toPounds(row.total),
    digest: row.digest,
    sheet: row.sheet,
    setAside: row.set_aside ?? [],
    faultCount: row.fault_count ?? 0,
    faults: row.faults ?? [],
    addedAt: row.added_at?.toISOString() ?? null,
    recordedAt: row.recorded_at.toISOString(),
    recordedBy: row.recorded_by,
  };
}

/** What was read from files, as far as it is read. */
@Injectable()
export class ImportReader extends RecordReader<ImportRow, Import> {
  constructor(database: Database) {
    super(database, { listing: importListing, one: `${select} and i.id = $2`, show: showImport });
  }
}
