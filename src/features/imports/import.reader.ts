import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Listing } from '../../platform/database/listing.js';
import { moneyKinds } from '../shared/import-kind.js';
import { toPounds } from '../shared/money.js';
import { RecordReader } from '../shared/record-kind.js';
import type { Import, ImportOutcome } from './dto/import.js';
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
  /** As text: a file may come to more than an amount may be. */
  readonly total: string;
  readonly digest: string | null;
  readonly sheet: string | null;
  readonly set_aside: readonly string[] | null;
  readonly faults: readonly ImportFault[] | null;
  readonly fault_count: number | null;
  readonly added_at: Date | null;
  readonly state: ImportState;
  readonly entered_for: string | null;
  readonly mine: boolean;
  readonly two_councils: boolean | null;
  readonly one_council: bigint | null;
  readonly submitted_at: Date | null;
  readonly outcome: ImportOutcome | null;
}

const moment = (sql: string) => `to_char(${sql} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Whoever adds what was read holds this lock until it is all there, or nothing of it: so everybody sees that it is under way. */
export const addingLock = (partnership: string, id: string) =>
  `hashtextextended(concat('import ', ${id}, ' of ', ${partnership}), 0)`;
const beingAdded = `${addingLock('i.partnership_id', 'i.id')} = any (
  array(select (l.classid::bigint << 32) | l.objid::bigint from pg_locks l where l.locktype = 'advisory' and l.objsubid = 1))`;

const select = `select i.id, i.kind, i.file_name, i.file_digest, i.recorded_at, i.recorded_by, i.entered_for, r.many, r.digest, r.sheet,
    r.set_aside, r.faults, r.fault_count, coalesce(r.total_pence, 0)::text as total, c.recorded_at as added_at,
    i.entered_by is not distinct from (select authz.person()) as mine, s.recorded_at as submitted_at,
    case when s.id is not null then ledger.two_councils_for(s) end as two_councils,
    case when s.id is not null then ledger.one_council_up_to(s) end as one_council,
    case when o.id is not null then json_build_object('outcome', o.outcome, 'reason', o.reason, 'authority', o.authority_id,
      'recordedBy', o.recorded_by, 'recordedAt', ${moment('o.recorded_at')}) end as outcome,
    (select coalesce(sum(p.many), 0)::bigint from import_part p where (p.partnership_id, p.import_id) = (i.partnership_id, i.id)) as staged,
    case when c.id is not null then 'added' when o.outcome = 'rejected' then 'rejected'
      when r.sound and ${beingAdded} then 'adding' when s.id is not null then 'submitted'
      when r.sound then 'ready' when r.id is not null then 'faulty'
      when i.recorded_at < now() - interval '2 minutes' then 'interrupted' else 'reading' end as state
  from import i left join import_reading r on (r.partnership_id, r.id) = (i.partnership_id, i.id)
    left join import_confirmation c on (c.partnership_id, c.id) = (i.partnership_id, i.id)
    left join import_submission s on (s.partnership_id, s.id) = (i.partnership_id, i.id)
    left join import_outcome o on (o.partnership_id, o.id) = (i.partnership_id, i.id)
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
    total: toPounds(BigInt(row.total)),
    digest: row.digest,
    sheet: row.sheet,
    setAside: row.set_aside ?? [],
    faultCount: row.fault_count ?? 0,
    faults: row.faults ?? [],
    addedAt: row.added_at?.toISOString() ?? null,
    recordedAt: row.recorded_at.toISOString(),
    recordedBy: row.recorded_by,
    needsApproval: moneyKinds.includes(row.kind),
    needsTwoCouncils: row.two_councils,
    twoCouncilsAbove: row.one_council === null ? null : toPounds(row.one_council),
    sentFor: row.entered_for,
    sentByYou: row.mine,
    submittedAt: row.submitted_at?.toISOString() ?? null,
    outcome: row.outcome,
  };
}

/** What was read from files, as far as it is read. */
@Injectable()
export class ImportReader extends RecordReader<ImportRow, Import> {
  constructor(database: Database) {
    super(database, { listing: importListing, one: `${select} and i.id = $2`, show: showImport });
  }
}
