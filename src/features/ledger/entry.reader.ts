import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Listing } from '../../platform/database/listing.js';
import { toPounds } from '../shared/money.js';
import { type RecordedRow, showProvenance } from '../shared/provenance.js';
import { RecordReader } from '../shared/record-kind.js';
import type { LedgerEntry } from './dto/entry.js';

interface EntryRow extends RecordedRow {
  readonly id: string;
  readonly fund: string;
  readonly kind: string;
  readonly effective_on: string;
  readonly financial_year: string;
  readonly reason: string;
  readonly reference: string | null;
  readonly decision_id: string | null;
  readonly pays_id: string | null;
  readonly reversal_of: string | null;
  readonly reversed_by: string | null;
  readonly draft_id: string | null;
  readonly import_id: string | null;
  readonly digest: string;
  readonly said: readonly LineRow[];
}

interface LineRow {
  readonly account: string;
  readonly authority: string | null;
  readonly line: string | null;
  readonly pence: string;
}

/** An entry with its lines, and with what reversed it. */
const entries = `select e.*, (select r.id from ledger_entry r where r.partnership_id = e.partnership_id and r.reversal_of = e.id) as reversed_by,
    (select json_agg(json_build_object('account', a.kind, 'authority', a.authority_id, 'line', a.line, 'pence', l.amount_pence::text) order by l.number)
      from ledger_line l join ledger_account a on a.partnership_id = l.partnership_id and a.id = l.account_id
      where l.partnership_id = e.partnership_id and l.entry_id = e.id) as said
  from ledger_entry e where e.partnership_id = $1`;

/** What the accounts that an entry has lines on say. */
const amongAccounts = (says: string) => `select ${says} from ledger_line l
  join ledger_account a on a.partnership_id = l.partnership_id and a.id = l.account_id
  where l.partnership_id = e.partnership_id and l.entry_id = e.id`;

const recordedOn = `(e.recorded_at at time zone 'Europe/London')::date`;

export const entryListing: Listing = {
  select: entries,
  key: { sql: 'e.id', type: 'uuid' },
  filters: {
    kind: { sql: 'e.kind', type: 'text' },
    fund: { sql: 'e.fund', type: 'text' },
    partner: {
      sql: amongAccounts('a.authority_id'),
      type: 'text',
      compare: 'among',
      says: 'Only those with a line of this partner',
    },
    line: {
      sql: amongAccounts('a.line'),
      type: 'text',
      compare: 'among',
      says: 'Only those with a line of this budget line or grant',
    },
    account: {
      sql: amongAccounts(`unnest(array[a.kind, a.kind || ':' || coalesce(a.authority_id, a.line, '')])`),
      type: 'text',
      compare: 'among',
      says: 'Only those with a line on accounts of this kind, "receivable", or on the account of one, "receivable:dorset"',
    },
    financialYear: { sql: 'e.financial_year', type: 'text' },
    effectiveOn: { sql: 'e.effective_on', type: 'date' },
    from: {
      sql: 'e.effective_on',
      type: 'date',
      compare: '>=',
      says: 'Only those that count for this day or a later one',
    },
    asAt: {
      sql: 'e.effective_on',
      type: 'date',
      compare: '<=',
      says: 'Only those that count for this day or an earlier one',
    },
    knownAt: {
      sql: recordedOn,
      type: 'date',
      compare: '<=',
      says: 'Only those that were known by the end of this day',
    },
    illustrative: { sql: 'e.illustrative', type: 'boolean' },
  },
  sorts: {
    effectiveOn: { sql: 'e.effective_on', type: 'date' },
    recordedOn: { sql: recordedOn, type: 'date' },
  },
};

function showEntry(row: EntryRow): LedgerEntry {
  return {
    id: row.id,
    kind: row.kind,
    fund: row.fund,
    effectiveOn: row.effective_on,
    financialYear: row.financial_year,
    reason: row.reason,
    reference: row.reference,
    decision: row.decision_id,
    pays: row.pays_id,
    reverses: row.reversal_of,
    reversedBy: row.reversed_by,
    checked: row.draft_id !== null || row.import_id !== null,
    digest: row.digest,
    lines: row.said.map(({ pence, ...line }) => ({ ...line, amount: toPounds(BigInt(pence)) })),
    ...showProvenance(row),
  };
}

/** What was posted. */
@Injectable()
export class EntryReader extends RecordReader<EntryRow, LedgerEntry> {
  constructor(database: Database) {
    super(database, { listing: entryListing, one: `${entries} and e.id = $2`, show: showEntry });
  }
}
