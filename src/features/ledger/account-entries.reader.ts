import { Injectable } from '@nestjs/common';
import type { AccountKind } from '../../engine/ledger/accounts.js';
import { type Context, within } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import { notFound } from '../../platform/http/problem.js';
import type { ReopenedMonth } from '../shared/reopened.js';
import { reopenedMonths } from '../shared/reopened.query.js';

/** Which account, on which days, as known at the end of which day; now, where none is said. */
export interface AccountAsked {
  readonly kind: AccountKind;
  readonly fund: string;
  readonly line: string | null;
  readonly from: string;
  readonly asAt: string;
  readonly knownAt: string | null;
  /** How many entries at most; one more comes where there are more. */
  readonly most: number;
}

/** What one entry comes to on that account. */
interface AccountEntry {
  readonly id: string;
  readonly on: string;
  readonly kind: string;
  readonly reason: string;
  readonly reference: string | null;
  readonly reverses: string | null;
  readonly illustrative: boolean;
  readonly checked: boolean;
  readonly pence: string;
}

export interface AccountEntries {
  /** In pence: what the account came to before the first day. */
  readonly opening: bigint;
  readonly entries: readonly AccountEntry[];
  /** Months until the last day that were closed and opened again. */
  readonly reopened: readonly ReopenedMonth[];
}

const knownBy = (recorded: string) =>
  `($7::date is null or ${recorded} < ($7::date + 1)::timestamp at time zone 'Europe/London')`;

/** $1 partnership, $2 kind, $3 fund, $4 line, $5 first and $6 last day, $7 as known at, $8 how many at most. */
const question = statement(`
  with account as materialized (
    select a.id from ledger_account a where a.partnership_id = $1 and a.kind = $2 and a.fund = $3 and a.line is not distinct from $4::text
  ), before as (
    select t.amount_pence from ledger_total t join account a on a.id = t.account_id
      where t.partnership_id = $1 and t.span = 'month' and t.starts_on < date_trunc('month', $5::date::timestamp)::date
    union all
    select t.amount_pence from ledger_total t join account a on a.id = t.account_id
      where t.partnership_id = $1 and t.span = 'day' and t.starts_on >= date_trunc('month', $5::date::timestamp)::date and t.starts_on < $5::date
    union all
    select -l.amount_pence from ledger_line l join account a on a.id = l.account_id
      where l.partnership_id = $1 and l.effective_on < $5::date and not ${knownBy('l.recorded_at')}
  ), entries as (
    select e.id, e.effective_on as on, e.kind, e.reason, e.reference, e.reversal_of as reverses, e.illustrative,
      e.draft_id is not null or e.import_id is not null as checked, sum(l.amount_pence)::text as pence
    from account a join ledger_line l on l.partnership_id = $1 and l.account_id = a.id and l.effective_on between $5::date and $6::date
      join ledger_entry e on e.partnership_id = l.partnership_id and e.id = l.entry_id
    where ${knownBy('l.recorded_at')} group by e.partnership_id, e.id having sum(l.amount_pence) <> 0
    order by e.effective_on, e.id limit $8::int + 1
  )
  select coalesce((select sum(b.amount_pence) from before b), 0)::text as opening,
    coalesce((select json_agg(e) from entries e), '[]')::text as entries, ${reopenedMonths('$6', '$7')} as reopened
  from partnership p where p.id = $1`);

interface Row {
  readonly opening: string;
  readonly entries: string;
  readonly reopened: readonly ReopenedMonth[];
}

/** What was posted to one account. */
@Injectable()
export class AccountEntriesReader {
  constructor(private readonly database: Database) {}

  async read(context: Context, partnership: string, asked: AccountAsked): Promise<AccountEntries> {
    const { kind, fund, line, from, asAt, knownAt, most } = asked;
    const given = [partnership, kind, fund, line, from, asAt, knownAt, most];
    const row = await this.database.questions(within(context, partnership)).one<Row>(question, given);
    if (!row) throw notFound();
    const entries = JSON.parse(row.entries) as readonly AccountEntry[];
    return { opening: BigInt(row.opening), entries, reopened: row.reopened };
  }
}
