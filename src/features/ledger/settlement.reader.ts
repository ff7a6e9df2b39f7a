import { Injectable } from '@nestjs/common';
import { type SettledState, settlementState } from '../../engine/ledger/year-end/settlement-state.js';
import { type Context, within } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import type { Listing } from '../../platform/database/listing.js';
import { statement } from '../../platform/database/statement.js';
import { toPounds } from '../shared/money.js';
import { showProvenance } from '../shared/provenance.js';
import { RecordReader } from '../shared/record-kind.js';
import type { LedgerSettlement } from './dto/settlement.js';
import { knownAt } from './known-at.js';
import type { LedgerSettlementRow } from './settlement.entity.js';

interface SettlementRow extends LedgerSettlementRow {
  readonly answer_digest: string | null;
  readonly decided_by: string | null;
  readonly decided_on: string | null;
  readonly entries: readonly EntryRow[];
}

interface EntryRow {
  readonly draft: string;
  readonly kind: string;
  readonly authority: string | null;
  readonly state: SettledState;
  readonly lines: readonly { account: string; authority: string | null; line: string | null; pence: string }[];
}

/** Settlements with what each came to and what became of it, of what was recorded by then: what that is of a row, in SQL. */
const settlementsKnown = (known: (row: string) => string) => `select s.*, c.answer_digest,
    d.body || ', ' || d.reference as decided_by, d.taken_on as decided_on,
    coalesce((select json_agg(json_build_object('draft', p.id, 'kind', p.kind, 'authority', p.authority_id,
        'state', case when r.id is not null then 'reversed' else coalesce(o.outcome, 'proposed') end,
        'lines', v.content -> 'lines') order by p.kind, p.authority_id)
      from ledger_draft p
      cross join lateral (select w.content from ledger_draft_version w
        where w.partnership_id = p.partnership_id and w.draft_id = p.id and ${known('w')} order by w.number desc limit 1) v
      left join ledger_outcome o on o.partnership_id = p.partnership_id and o.draft_id = p.id and ${known('o')}
      left join ledger_entry r on r.partnership_id = p.partnership_id and r.reversal_of = p.id and ${known('r')}
      where p.partnership_id = s.partnership_id and p.settlement_id = s.id), '[]') as entries
  from ledger_settlement s
  left join decision d on d.partnership_id = s.partnership_id and d.id = s.decision_id
  left join calculation c on c.partnership_id = s.partnership_id and c.id = s.calculation_id
  where s.partnership_id = $1 and ${known('s')}`;

const settlements = settlementsKnown(() => 'true');

/** $2 the year, $3 one fund, if asked, $4 as known at, if asked. */
const ofYear = statement(`${settlementsKnown((row) => knownAt(row, '$4'))}
  and s.financial_year = $2 and ($3::text is null or s.fund = $3) order by s.recorded_at, s.id`);

export const settlementListing: Listing = {
  select: settlements,
  key: { sql: 's.id', type: 'uuid' },
  filters: {
    kind: { sql: 's.kind', type: 'text' },
    fund: { sql: 's.fund', type: 'text' },
    financialYear: { sql: 's.financial_year', type: 'text' },
    state: { sql: 'ledger.settlement_state(s.partnership_id, s.id)', type: 'text' },
  },
  sorts: {
    recordedOn: { sql: `(s.recorded_at at time zone 'Europe/London')::date`, type: 'date' },
    financialYear: { sql: 's.financial_year', type: 'text' },
  },
};

function showSettlement(row: SettlementRow): LedgerSettlement {
  return {
    id: row.id,
    kind: row.kind,
    fund: row.fund,
    financialYear: row.financial_year,
    number: row.number,
    calculation: row.calculation_id,
    answerDigest: row.answer_digest,
    decision: row.decision_id,
    decidedBy: row.decided_by,
    decidedOn: row.decided_on,
    effectiveOn: row.effective_on,
    why: row.why,
    state: settlementState(row.entries.map(({ state }) => state)),
    entries: row.entries.map(({ lines, ...of }) => ({
      ...of,
      lines: lines.map(({ pence, ...line }) => ({ ...line, amount: toPounds(BigInt(pence)) })),
    })),
    ...showProvenance(row),
  };
}

interface YearAsked {
  readonly year: string;
  readonly fund: string | undefined;
  readonly knownAt: string | undefined;
}

/** What years were settled at. */
@Injectable()
export class SettlementReader extends RecordReader<SettlementRow, LedgerSettlement> {
  constructor(private readonly asked: Database) {
    super(asked, { listing: settlementListing, one: `${settlements} and s.id = $2`, show: showSettlement });
  }

  /** Those of a year, of every fund or of one, as they were known at the end of a day; as they are where none is given. */
  async ofYear(
    context: Context,
    partnership: string,
    { year, fund, knownAt: known }: YearAsked,
  ): Promise<LedgerSettlement[]> {
    const given = [partnership, year, fund ?? null, known ?? null];
    const rows = await this.asked.questions(within(context, partnership)).rows<SettlementRow>(ofYear, given);
    return rows.map(showSettlement);
  }
}
