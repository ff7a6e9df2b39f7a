import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Listing } from '../../platform/database/listing.js';
import { toPounds } from '../shared/money.js';
import { type RecordedRow, showProvenance } from '../shared/provenance.js';
import { RecordReader } from '../shared/record-kind.js';
import { type Foreseen, showStanding } from './line-standing.js';
import type { DraftKind, DraftOutcome, DraftVersion, LedgerDraft } from './dto/draft.js';

interface DraftRow extends RecordedRow {
  readonly id: string;
  readonly kind: DraftKind;
  readonly settlement_id: string | null;
  readonly authority_id: string | null;
  readonly state: string;
  readonly digest: string;
  readonly amount: bigint;
  readonly above: boolean;
  readonly content: ContentRow;
  readonly foreseen: Foreseen | null;
  readonly versions: readonly VersionRow[];
  readonly outcome: DraftOutcome | null;
}

type VersionRow = Pick<DraftVersion, 'number' | 'digest' | 'enteredFor' | 'recordedBy' | 'recordedAt'> & {
  readonly content: ContentRow;
  readonly pence: string;
};

interface ContentRow {
  readonly fund: string;
  readonly effectiveOn: string;
  readonly reason: string;
  readonly reference?: string;
  readonly decision?: string;
  readonly pays?: string;
  readonly reverses?: string;
  readonly source: string;
  readonly illustrative: boolean;
  readonly lines: readonly { account: string; authority: string | null; line: string | null; pence: string }[];
}

const moment = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** A draft as its newest version says, with who entered each, what each said, and how it was decided. */
const drafts = `select d.*, v.content, v.digest, ledger.amount_of(v.content) as amount, coalesce(o.outcome, 'proposed') as state,
    ledger.amount_of(v.content) > ledger.two_councils_above(d.partnership_id, (v.content ->> 'effectiveOn')::date) as above,
    case when o.id is null and d.kind = 'spending' then ledger.foreseen(v.content) end as foreseen,
    (select json_agg(json_build_object('number', w.number, 'digest', w.digest, 'enteredFor', w.entered_for,
      'recordedBy', w.recorded_by, 'recordedAt', ${moment('w.recorded_at')},
      'content', w.content, 'pence', ledger.amount_of(w.content)::text) order by w.number)
      from ledger_draft_version w where w.partnership_id = d.partnership_id and w.draft_id = d.id) as versions,
    case when o.id is not null then json_build_object('outcome', o.outcome, 'reason', o.reason, 'authority', o.authority_id,
      'recordedBy', o.recorded_by, 'recordedAt', ${moment('o.recorded_at')}) end as outcome
  from ledger_draft d
  cross join lateral (select w.content, w.digest from ledger_draft_version w
    where w.partnership_id = d.partnership_id and w.draft_id = d.id order by w.number desc limit 1) v
  left join ledger_outcome o on o.partnership_id = d.partnership_id and o.draft_id = d.id
  where d.partnership_id = $1`;

export const draftListing: Listing = {
  select: drafts,
  key: { sql: 'd.id', type: 'uuid' },
  filters: {
    kind: { sql: 'd.kind', type: 'text' },
    authority: { sql: 'd.authority_id', type: 'text' },
    state: { sql: `coalesce(o.outcome, 'proposed')`, type: 'text' },
    settlement: { sql: 'd.settlement_id', type: 'uuid', says: 'Only those that follow from this settlement' },
  },
  sorts: { recordedOn: { sql: `(d.recorded_at at time zone 'Europe/London')::date`, type: 'date' } },
};

const showLines = ({ lines }: ContentRow) =>
  lines.map(({ pence, ...line }) => ({ ...line, amount: toPounds(BigInt(pence)) }));

function showVersion({ content, pence, ...version }: VersionRow): DraftVersion {
  const { effectiveOn, fund, reason, source } = content;
  return {
    ...{ ...version, effectiveOn, amount: toPounds(BigInt(pence)), fund, reason },
    reference: content.reference ?? null,
    decision: content.decision ?? null,
    pays: content.pays ?? null,
    ...{ source, lines: showLines(content) },
  };
}

function showDraft(row: DraftRow): LedgerDraft {
  const { content } = row;
  return {
    id: row.id,
    kind: row.kind,
    authority: row.authority_id,
    state: row.state,
    effectiveOn: content.effectiveOn,
    reason: content.reason,
    amount: toPounds(row.amount),
    fund: content.fund,
    line: content.lines.find(({ line }) => line !== null)?.line ?? null,
    pays: content.pays ?? null,
    reverses: content.reverses ?? null,
    reference: content.reference ?? null,
    decision: content.decision ?? null,
    settlement: row.settlement_id,
    digest: row.digest,
    needsTwoCouncils: row.above,
    lineStanding: row.foreseen && showStanding(row.foreseen),
    lines: showLines(content),
    versions: row.versions.map(showVersion),
    outcome: row.outcome,
    ...showProvenance(row),
    source: content.source,
    illustrative: content.illustrative,
  };
}

/** What was proposed for the ledger. */
@Injectable()
export class DraftReader extends RecordReader<DraftRow, LedgerDraft> {
  constructor(database: Database) {
    super(database, { listing: draftListing, one: `${drafts} and d.id = $2`, show: showDraft });
  }
}
