import { statement } from '../../platform/database/statement.js';
import type { ReopenedMonth } from '../shared/reopened.js';
import { reopenedMonths } from '../shared/reopened.query.js';

/** What an outturn is worked out from, as the database gives it: pence as text, so that none passes through a float. */
export interface OutturnRow {
  readonly budget: readonly { readonly line: string; readonly name: string; readonly pence: string }[];
  readonly spent: readonly { readonly line: string; readonly month: string; readonly pence: string }[];
  readonly committed: readonly { readonly line: string; readonly pence: string }[];
  /** The first day of the last month of the year that is closed, by then. */
  readonly closed_to: string | null;
  readonly report: ReportRow | null;
  readonly reserve: string;
  readonly illustrative: boolean;
  readonly reopened: ReopenedMonth[];
}

/** The forecast that counts: the one asked for, or the newest by then. */
interface ReportRow {
  readonly id: string;
  readonly report: string;
  readonly madeOn: string;
  readonly actualsTo: string | null;
  readonly digest: string;
  readonly rows: readonly { readonly line: string; readonly month: string; readonly pence: string }[];
}

const known = (column: string) =>
  `($5::date is null or ${column} < ($5::date + 1)::timestamp at time zone 'Europe/London')`;

/** What was added up of accounts by the day, by month; and less what was only recorded after the day as known at. */
const reckoned = `
  select t.account_id, t.starts_on as month, t.amount_pence from ledger_total t
    where t.partnership_id = $1 and t.span = 'month' and t.starts_on < date_trunc('month', $4::date::timestamp)::date
  union all
  select t.account_id, date_trunc('month', t.starts_on::timestamp)::date, t.amount_pence from ledger_total t
    where t.partnership_id = $1 and t.span = 'day' and t.starts_on between date_trunc('month', $4::date::timestamp)::date and $4::date
  union all
  select r.account_id, r.starts_on, -r.amount_pence from ledger_recorded_total r
    where r.partnership_id = $1 and r.span = 'month' and r.recorded_on > $5::date
      and r.starts_on < date_trunc('month', $4::date::timestamp)::date
  union all
  select r.account_id, date_trunc('month', r.starts_on::timestamp)::date, -r.amount_pence from ledger_recorded_total r
    where r.partnership_id = $1 and r.span = 'day' and r.recorded_on > $5::date
      and r.starts_on between date_trunc('month', $4::date::timestamp)::date and $4::date`;

/**
 * All that an outturn of a year is worked out from, in one question. $1 partnership, $2 fund, $3 the year, $4 as at, $5 as
 * known at, if asked; $6 one forecast, if asked; $7 the year's last day.
 */
export const outturnQuestion = statement(`
  with reckoned as (${reckoned}), of_fund as (
    select a.kind, a.line, r.month, sum(r.amount_pence) as pence from reckoned r
      join ledger_account a on a.partnership_id = $1 and a.id = r.account_id
      where a.fund = $2 and a.kind in ('budget-line', 'reserve') group by 1, 2, 3
  ), budgeted as (
    select b.* from ledger.budget_lines($1, $2, $3, least($4::date, $7::date),
      ($5::date + 1)::timestamp at time zone 'Europe/London') b
  ), report as (
    select f.* from forecast f
      where f.partnership_id = $1 and f.fund = $2 and f.financial_year = $3 and f.made_on <= $4::date and ${known('f.recorded_at')}
        and ($6::uuid is null or f.id = $6::uuid)
      order by f.made_on desc, f.recorded_at desc, f.id desc limit 1
  ), closed as (
    select max(c.starts_on) as starts_on from ledger_closing c
      where c.partnership_id = $1 and ${known('c.recorded_at')} and (c.starts_on + interval '1 month')::date <= $4::date + 1
        and not exists (select from ledger_reopening r
          join ledger_reopening_outcome o on o.partnership_id = r.partnership_id and o.reopening_id = r.id
          where r.partnership_id = c.partnership_id and r.closing_id = c.id and o.outcome = 'approved' and ${known('o.recorded_at')})
  )
  select coalesce((select json_agg(json_build_object('line', b.line, 'name', b.name, 'pence', b.pence::text) order by b.line)
      from budgeted b), '[]') as budget,
    coalesce((select json_agg(json_build_object('line', s.line, 'month', s.month, 'pence', s.pence::text) order by s.line, s.month)
      from of_fund s where s.kind = 'budget-line' and s.pence <> 0 and financial_year(s.month) = $3), '[]') as spent,
    coalesce((select json_agg(json_build_object('line', c.line, 'pence', c.pence::text) order by c.line) from (
      select o.line, sum(o.outstanding) as pence from ledger.orders($1, $2, $3, $4::date,
        ($5::date + 1)::timestamp at time zone 'Europe/London') o where o.outstanding > 0 group by o.line) c), '[]') as committed,
    (select case when financial_year(c.starts_on) = $3 then c.starts_on
      when c.starts_on > $7::date then date_trunc('month', $7::date::timestamp)::date end from closed c) as closed_to,
    (select json_build_object('id', r.id, 'report', r.report, 'madeOn', r.made_on, 'actualsTo', r.actuals_to, 'digest', r.digest,
      'rows', r.rows) from report r) as report,
    coalesce((select -sum(s.pence) from of_fund s where s.kind = 'reserve'), 0)::text as reserve,
    exists (select from budgeted b where b.illustrative) or exists (select from report r where r.illustrative)
      or exists (select from ledger_entry e where e.partnership_id = $1 and e.fund = $2 and e.financial_year = $3
        and e.illustrative and e.effective_on <= $4::date) as illustrative,
    ${reopenedMonths('$4', '$5')} as reopened
  from partnership p where p.id = $1`);
