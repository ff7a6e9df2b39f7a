import { statement } from '../../platform/database/statement.js';

/** What the accounts of a partnership come to. Pence as text, so that none passes through a float. */
export interface PositionRow {
  readonly balances: string;
  /** Whether anything in it is made up, and whether anything was recorded without somebody else's approval. */
  readonly illustrative: boolean;
  readonly unchecked: boolean;
}

/**
 * What each account comes to, in one question: the months before the day, the days of its month, and less what was only
 * recorded after the day as known at. So it costs the same however many entries there are, but for those recorded since.
 * $1 partnership, $2 as at, $3 as known at, if asked; $4 one fund, if asked.
 */
export const positionQuestion = statement(`
  with reckoned as (
    select t.account_id, t.amount_pence from ledger_total t
      where t.partnership_id = $1 and t.span = 'month' and t.starts_on < date_trunc('month', $2::date::timestamp)::date
    union all
    select t.account_id, t.amount_pence from ledger_total t
      where t.partnership_id = $1 and t.span = 'day' and t.starts_on between date_trunc('month', $2::date::timestamp)::date and $2::date
    union all
    select l.account_id, -l.amount_pence from ledger_line l
      where l.partnership_id = $1 and l.effective_on <= $2::date
        and l.recorded_at >= ($3::date + 1)::timestamp at time zone 'Europe/London'
  ), balances as (
    select a.fund, a.kind, a.authority_id as authority, a.line, sum(r.amount_pence)::text as pence
    from reckoned r join ledger_account a on a.partnership_id = $1 and a.id = r.account_id
    where $4::text is null or a.fund = $4
    group by a.fund, a.kind, a.authority_id, a.line
  )
  select coalesce((select json_agg(b) from balances b), '[]')::text as balances,
    exists (select from ledger_entry e where e.partnership_id = p.id and e.illustrative and e.effective_on <= $2::date) as illustrative,
    exists (select from ledger_entry e where e.partnership_id = p.id and e.draft_id is null and e.effective_on <= $2::date) as unchecked
  from partnership p where p.id = $1`);
