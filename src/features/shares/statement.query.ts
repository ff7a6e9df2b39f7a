import { statement } from '../../platform/database/statement.js';
import type { ReopenedMonth } from '../shared/reopened.js';
import { reopenedMonths } from '../shared/reopened.query.js';

/** A version in force for some days of the year, with the decision that put it there. */
export interface VersionInYear {
  readonly id: string;
  readonly number: number;
  readonly agreement: string;
  readonly from: string;
  readonly until: string | null;
  readonly clause: string | null;
  readonly source: string;
  readonly illustrative: boolean;
  readonly scheduleDigest: string;
  readonly days: { readonly from: string; readonly until: string };
  readonly decision: DecisionBehind;
}

export interface DecisionBehind {
  readonly id: string;
  readonly authority: string | null;
  readonly reference: string;
  readonly body: string;
  readonly takenOn: string;
  readonly title: string;
  readonly source: string;
  readonly illustrative: boolean;
}

/** What one partner was billed and paid in the year, in pence as text. */
export interface MoneyInYear {
  readonly partner: string;
  readonly billed: string;
  readonly due: string;
  readonly paid: string;
  readonly illustrative: boolean;
}

/** What a statement rests on, as read from the text that the question answers. */
export interface StatementRow {
  readonly versions: readonly VersionInYear[];
  readonly money: readonly MoneyInYear[];
  readonly names: Readonly<Record<string, string>>;
  readonly reopened: readonly ReopenedMonth[];
}

/** The days on which something was paid towards the year, or turned of what was due or paid, by the date. */
const paidOrTurned = `select from (
    select r.received_on as on_day, r.contribution_id from receipt r where r.partnership_id = $1 and r.received_on <= $3::date
    union all select e.effective_on, coalesce(t.contribution_id, e.reversal_of) from ledger_entry e
      left join receipt t on t.partnership_id = e.partnership_id and t.id = e.reversal_of
      where e.partnership_id = $1 and e.reversal_of is not null and e.effective_on <= $3::date) x
  where x.on_day >= c.starts_on and x.on_day < c.starts_on + interval '1 month' and exists (
    select from contribution b where b.partnership_id = $1 and b.id = x.contribution_id and b.financial_year = $2)`;

/** The months of the year, whose bills all count whatever the date, and those of what was paid towards them by the date. */
const reopened = reopenedMonths('greatest($3::date, $5::date - 1)', 'null', {
  which: `c.starts_on >= $4::date and c.starts_on < $5::date or exists (${paidOrTurned})`,
});

/**
 * All that a share statement rests on, in one question. Which version is in force follows from the versions alone, so that
 * it can be asked as at any date: a version holds for its own days, less those of every later version that was decided by
 * then (a later one shares days only where it supersedes). $1 partnership, $2 the year, $3 as at, $4 and $5 the year's first day and the day after its last.
 */
export const statementQuestion = statement(`
  with decided as (
    select v.*, d.id as d_id, d.authority_id as d_authority, d.reference, d.body, d.taken_on, d.title as d_title, d.source as d_source,
      d.illustrative as d_illustrative, daterange(v.starts_on, v.ends_before) as own_days
    from agreement_version v
    join decision d on d.partnership_id = v.partnership_id and d.id = v.decision_id
    where v.partnership_id = $1 and d.taken_on <= $3::date
  ), in_force as (
    select v.*, unnest(datemultirange(daterange($4::date, $5::date)) * (datemultirange(v.own_days) - coalesce(
      (select range_agg(later.own_days) from decided later
        where v.id = any (later.supersedes) or (later.recorded_at, later.number) > (v.recorded_at, v.number)), '{}'))) as days
    from decided v
  ), reversed as (
    select e.reversal_of as id from ledger_entry e
    where e.partnership_id = $1 and e.reversal_of is not null and e.effective_on <= $3::date
  ), received as (
    select contribution_id, sum(amount_pence) as paid, bool_or(illustrative) as illustrative
    from receipt r where partnership_id = $1 and received_on <= $3::date
      and contribution_id in (select id from contribution where partnership_id = $1 and financial_year = $2)
      and not exists (select from reversed v where v.id = r.id)
    group by contribution_id
  ), money as (
    select c.authority_id as partner, sum(c.amount_pence)::text as billed,
      coalesce(sum(c.amount_pence) filter (where c.due_on <= $3::date), 0)::text as due,
      coalesce(sum(r.paid), 0)::text as paid,
      bool_or(c.illustrative or coalesce(r.illustrative, false)) as illustrative
    from contribution c left join received r on r.contribution_id = c.id
    where c.partnership_id = $1 and c.financial_year = $2
      and not exists (select from reversed v where v.id = c.id) group by c.authority_id
  )
  select json_build_object('versions',
    coalesce((select json_agg(json_build_object(
      'id', v.id, 'number', v.number, 'agreement', a.title, 'from', v.starts_on, 'until', v.ends_before,
      'clause', v.clause, 'source', v.source, 'illustrative', v.illustrative, 'scheduleDigest', v.schedule_digest,
      'days', json_build_object('from', lower(v.days), 'until', upper(v.days)),
      'decision', json_build_object('id', v.d_id, 'authority', v.d_authority, 'reference', v.reference, 'body', v.body, 'takenOn', v.taken_on,
        'title', v.d_title, 'source', v.d_source, 'illustrative', v.d_illustrative)) order by v.days)
      from in_force v join agreement a on a.partnership_id = v.partnership_id and a.id = v.agreement_id), '[]'), 'money',
    coalesce((select json_agg(m order by m.partner) from money m), '[]'), 'names',
    coalesce((select json_object_agg(n.id, n.name order by n.id) from authority n
      join partnership_authority pa on pa.authority_id = n.id where pa.partnership_id = $1), '{}'), 'reopened', ${reopened})::text as position
  from partnership p where p.id = $1`);

/** The schedules of some versions, asked only when their calculation is not at hand. */
export const schedulesQuestion = statement(
  'select id, schedule from agreement_version where partnership_id = $1 and id = any ($2::uuid[])',
);
