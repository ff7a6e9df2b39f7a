import { statement } from '../../platform/database/statement.js';
import { knownAt } from './known-at.js';

interface VarianceFound {
  readonly settlement: string;
  readonly fund: string;
  readonly budget: string;
  readonly forecast: string;
}

/** What there is of a year in the ledger. Pence as text, so that none passes through a float. */
export interface YearEndFound {
  readonly accounts: string;
  readonly budgets: string;
  /** What each settled variance was calculated from, whatever became of its settlement. */
  readonly variances: readonly VarianceFound[];
  readonly months: readonly { readonly startsOn: string; readonly closing: string; readonly digest: string }[];
}

/**
 * What each account came to before the year, what was posted in it and what it came to at its end; each line's budget at the
 * end; and the closings of its months that stand. $1 partnership, $2 first day, $3 last day, $4 the year, $5 one fund, if asked;
 * $6 as known at, if asked: then it is less what was recorded after that day.
 */
export const yearEndQuestion = statement(`
  with reckoned as (
    select t.account_id, t.starts_on, t.amount_pence from ledger_total t
      where t.partnership_id = $1 and t.span = 'month' and t.starts_on <= $3::date
    union all
    select r.account_id, r.starts_on, -r.amount_pence from ledger_recorded_total r
      where r.partnership_id = $1 and r.span = 'month' and r.starts_on <= $3::date and r.recorded_on > $6::date
  ), accounts as (
    select a.fund, a.kind, a.authority_id as authority, a.line,
      coalesce(sum(t.amount_pence) filter (where t.starts_on < $2::date), 0)::text as opening,
      coalesce(sum(t.amount_pence) filter (where t.starts_on >= $2::date), 0)::text as posted,
      sum(t.amount_pence)::text as closing
    from reckoned t join ledger_account a on a.partnership_id = $1 and a.id = t.account_id
    where $5::text is null or a.fund = $5
    group by a.fund, a.kind, a.authority_id, a.line
  ), budgets as (
    select f.fund, b.line, b.name, b.pence::text as pence
    from (select distinct fund from budget where partnership_id = $1 and financial_year = $4) f,
      ledger.budget_lines($1, f.fund, $4, $3::date, ($6::date + 1)::timestamp at time zone 'Europe/London') b
    where $5::text is null or f.fund = $5
  ), standing as (
    select distinct on (c.starts_on) c.starts_on, c.id, c.digest from ledger_closing c
    where c.partnership_id = $1 and c.starts_on between $2::date and $3::date and ${knownAt('c', '$6')} and not exists (
      select from ledger_reopening r join ledger_reopening_outcome o on o.partnership_id = r.partnership_id and o.reopening_id = r.id
      where r.partnership_id = c.partnership_id and r.closing_id = c.id and o.outcome = 'approved' and ${knownAt('o', '$6')})
    order by c.starts_on, c.number desc
  )
  select coalesce((select json_agg(a) from accounts a), '[]')::text as accounts,
    coalesce((select json_agg(b) from budgets b), '[]')::text as budgets,
    coalesce((select json_agg(json_build_object('settlement', s.id, 'fund', s.fund, 'budget', c.answer::json ->> 'budget', 'forecast', c.answer::json ->> 'forecast'))
      from ledger_settlement s join calculation c on c.partnership_id = s.partnership_id and c.id = s.calculation_id
      where s.partnership_id = p.id and s.financial_year = $4 and s.kind = 'variance'), '[]') as variances,
    coalesce((select json_agg(json_build_object('startsOn', m.starts_on, 'closing', m.id, 'digest', m.digest) order by m.starts_on)
      from standing m), '[]') as months
  from partnership p where p.id = $1`);
