import { statement } from '../../platform/database/statement.js';
import type { ReopenedMonth } from '../shared/reopened.js';
import { reopenedMonths } from '../shared/reopened.query.js';
import { knownAt } from './known-at.js';
import { owedAtEndOf, owing } from './reckoned.js';

/** What aged debt rests on, in one question and so of one moment. Pence as text within JSON. */
export interface AgedDebtRow {
  readonly bills: readonly {
    readonly id: string;
    readonly partner: string;
    readonly payBy: string;
    readonly owed: string;
    readonly disputed: boolean;
  }[];
  readonly others: readonly { readonly partner: string; readonly pence: string }[];
  /** What each partner owes by the position: from the totals, not from the bills. */
  readonly positions: readonly { readonly partner: string; readonly pence: string }[];
  readonly illustrative: boolean;
  readonly reopened: ReopenedMonth[];
}

/** $1 partnership, $2 as at, $3 as known at, if asked. A bill counts from the day on which it falls due. */
export const agedDebtQuestion = statement(`
  with turned as (
    select r.reversal_of as id from ledger_entry r where r.partnership_id = $1 and r.reversal_of is not null
      and r.effective_on <= $2::date and ${knownAt('r')}
  ), paid as (
    select r.pays_id as id, sum(-l.amount_pence) as pence from ledger_entry r
    join ledger_line l on l.partnership_id = r.partnership_id and l.entry_id = r.id
    join ledger_account a on a.partnership_id = l.partnership_id and a.id = l.account_id and a.kind = 'paid'
    where r.partnership_id = $1 and r.kind = 'receipt' and r.pays_id is not null and r.effective_on <= $2::date and ${knownAt('r')}
      and not exists (select from turned t where t.id = r.id) group by r.pays_id
  ), bills as (
    select e.id, a.authority_id::text as partner, e.effective_on as due_on, coalesce(p.pence, 0) as paid,
      case when e.effective_on <= $2::date and not exists (select from turned t where t.id = e.id) then l.amount_pence else 0 end as counted
    from ledger_entry e join ledger_line l on l.partnership_id = e.partnership_id and l.entry_id = e.id
    join ledger_account a on a.partnership_id = l.partnership_id and a.id = l.account_id and a.kind = 'receivable'
    left join paid p on p.id = e.id
    where e.partnership_id = $1 and e.kind in ('contribution', 'one-off') and ${knownAt('e')}
  ), open as (
    select b.id, b.partner, (b.counted - b.paid)::text as owed, b.due_on + ledger.days_to_pay($1::text, b.due_on, $3::date) as "payBy",
      coalesce((select x.kind from ledger_bill_event x where x.partnership_id = $1 and x.bill_id = b.id and x.happened_on <= $2::date
        and ${knownAt('x')} order by x.number desc limit 1) = 'disputed', false) as disputed
    from bills b where b.counted <> b.paid
  ), others as (
    select a.authority_id::text as partner, sum(l.amount_pence)::text as pence
    from ledger_line l join ledger_account a on a.partnership_id = l.partnership_id and a.id = l.account_id and a.kind in ${owing}
    join ledger_entry e on e.partnership_id = l.partnership_id and e.id = l.entry_id
    left join ledger_entry o on o.partnership_id = e.partnership_id and o.id = e.reversal_of
    where l.partnership_id = $1 and l.effective_on <= $2::date and ${knownAt('l')}
      and coalesce(o.kind, e.kind) not in ('contribution', 'one-off')
      and (coalesce(o.kind, e.kind) <> 'receipt' or coalesce(o.pays_id, e.pays_id) is null)
    group by a.authority_id having sum(l.amount_pence) <> 0
  )
  select coalesce((select json_agg(o) from open o), '[]') as bills, coalesce((select json_agg(o) from others o), '[]') as others,
    coalesce((select json_agg(json_build_object('partner', s.partner, 'pence', s.pence::text)) from (${owedAtEndOf('$2')}) s), '[]') as positions,
    exists (select from ledger_entry e where e.partnership_id = p.id and e.illustrative and e.effective_on <= $2::date) as illustrative,
    ${reopenedMonths('$2', '$3')} as reopened
  from partnership p where p.id = $1`);
