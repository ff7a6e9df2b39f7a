import type { Listing } from '../../platform/database/listing.js';
import { statement } from '../../platform/database/statement.js';
import { reopenedMonths } from '../shared/reopened.query.js';
import { knownAt } from './known-at.js';

/** A posted contribution or one-off charge, as it was known. $1 partnership, $3 as known at. */
const posted = `select e.partnership_id, e.id, e.kind, e.fund::text as fund, a.authority_id::text as authority, e.effective_on as due_on,
    e.financial_year, e.reason::text as what, l.amount_pence::bigint as amount, e.source::text as source, e.illustrative, e.recorded_at,
    e.recorded_by, false as budgeted
  from ledger_entry e join ledger_line l on l.partnership_id = e.partnership_id and l.entry_id = e.id
  join ledger_account a on a.partnership_id = l.partnership_id and a.id = l.account_id and a.kind = 'receivable'
  where e.partnership_id = $1 and e.kind in ('contribution', 'one-off') and ${knownAt('e')}`;

/** One that waits for approval, as its newest version says. */
const proposed = `select d.partnership_id, d.id, d.kind, v.content ->> 'fund', d.authority_id::text, (v.content ->> 'effectiveOn')::date,
    financial_year((v.content ->> 'effectiveOn')::date), v.content ->> 'reason', ledger.amount_of(v.content), v.content ->> 'source',
    (v.content ->> 'illustrative')::boolean, v.recorded_at, v.recorded_by, true
  from ledger_draft d cross join lateral (select w.* from ledger_draft_version w
    where w.partnership_id = d.partnership_id and w.draft_id = d.id and ${knownAt('w')} order by w.number desc limit 1) v
  where d.partnership_id = $1 and d.kind in ('contribution', 'one-off') and not exists (select from ledger_outcome o
    where o.partnership_id = d.partnership_id and o.draft_id = d.id and ${knownAt('o')})`;

const eventsOf = `from ledger_bill_event x where x.partnership_id = b.partnership_id and x.bill_id = b.id
  and x.happened_on <= $2::date and ${knownAt('x')}`;

/** The days of what a bill counts that are in the month of a closing `c`: its own, of payments and of what turned either. */
const counted = `select from (
    select b.due_on as on_day
    union all select e.effective_on from ledger_entry e where e.partnership_id = b.partnership_id and e.pays_id = b.id
      and e.kind = 'receipt' and e.effective_on <= $2::date and ${knownAt('e')}
    union all select e.effective_on from ledger_entry e where e.partnership_id = b.partnership_id and e.reversal_of = b.id
      and e.effective_on <= $2::date and ${knownAt('e')}
    union all select e.effective_on from ledger_entry r join ledger_entry e on e.partnership_id = r.partnership_id and e.reversal_of = r.id
      where r.partnership_id = b.partnership_id and r.pays_id = b.id and e.effective_on <= $2::date and ${knownAt('e')}) x
  where x.on_day >= c.starts_on and x.on_day < c.starts_on + interval '1 month'`;

/**
 * Bills with what is known of them as at a day. `status` says in SQL what the engine says of the same facts, so that a list
 * can be narrowed down to it; the reader holds the two to each other. $1 partnership, $2 as at, $3 as known at.
 */
const bills = `select b.*, f.*, s.status, ${reopenedMonths('greatest($2::date, b.due_on)', '$3', {
  partnership: 'b.partnership_id',
  which: `not b.budgeted and exists (${counted})`,
})} as reopened from (${posted} union all ${proposed}) b
  cross join lateral (select ledger.paid_for(b.partnership_id, b.id, $2::date, $3::date) as paid,
    ledger.turned(b.partnership_id, b.id, $2::date, $3::date) as reversed,
    b.due_on + ledger.days_to_pay(b.partnership_id, b.due_on, $3::date) as pay_by,
    case when b.budgeted then 'budgeted' else coalesce((select x.kind ${eventsOf} order by x.number desc limit 1), 'approved') end as standing,
    (select json_build_object('invoice', x.invoice, 'hostLedger', x.host_ledger, 'on', x.happened_on)
      ${eventsOf} and x.kind = 'invoiced') as invoiced) f
  cross join lateral (select case when b.budgeted then 'budgeted' when f.reversed then 'reversed' when f.standing = 'disputed' then 'disputed'
    when f.paid >= b.amount then 'paid' when f.standing = 'defaulted' then 'defaulted' when $2::date > f.pay_by then 'overdue'
    when f.paid > 0 then 'part-paid' else f.standing end as status) s
  where b.partnership_id = $1`;

export const billListing: Listing = {
  select: bills,
  key: { sql: 'b.id', type: 'uuid' },
  filters: {
    authority: { sql: 'b.authority', type: 'text', says: 'Only those of this partner' },
    status: { sql: 's.status', type: 'text', says: 'Only those that stand there' },
    open: {
      sql: '(not b.budgeted and not f.reversed and f.paid < b.amount)',
      type: 'boolean',
      says: 'Only those that were posted and of which something is left to pay; or the others',
    },
    kind: { sql: 'b.kind', type: 'text' },
    fund: { sql: 'b.fund', type: 'text' },
    financialYear: { sql: 'b.financial_year', type: 'text' },
    dueFrom: {
      sql: 'b.due_on',
      type: 'date',
      compare: '>=',
      says: 'Only those that fall due on this day or a later one',
    },
    dueBy: {
      sql: 'b.due_on',
      type: 'date',
      compare: '<=',
      says: 'Only those that fall due on this day or an earlier one',
    },
  },
  sorts: { dueOn: { sql: 'b.due_on', type: 'date' }, amount: { sql: 'b.amount', type: 'bigint' } },
};

/** $4 the bill. */
export const billQuestion = statement(`${bills} and b.id = $4::uuid`);

const day = (moment: string) => `(${moment} at time zone 'Europe/London')::date`;

/** All that was recorded of a bill. $1 partnership, $2 the bill, $3 as known at. */
export const historyQuestion = statement(`
  with steps as (
    select 'proposed' as what, ${day('v.recorded_at')} as on_day, ledger.amount_of(v.content) as amount, null as reference,
      v.content ->> 'reason' as reason, null::uuid as decision, null::uuid as entry, v.entered_for::text as authority, v.recorded_by, v.recorded_at
    from ledger_draft_version v where v.partnership_id = $1 and v.draft_id = $2::uuid
    union all
    select case when e.draft_id is null and e.import_id is null then 'recorded' else 'approved' end, ${day('e.recorded_at')}, l.amount_pence,
      e.reference, e.reason, e.decision_id, e.id, o.authority_id::text, e.recorded_by, e.recorded_at
    from ledger_entry e join ledger_line l on l.partnership_id = e.partnership_id and l.entry_id = e.id and l.amount_pence > 0
    left join ledger_outcome o on o.partnership_id = e.partnership_id and o.draft_id = e.draft_id
    where e.partnership_id = $1 and e.id = $2::uuid
    union all
    select x.kind, x.happened_on, null, concat_ws(', ', x.invoice, x.host_ledger), x.reason, x.decision_id, null, x.authority_id::text, x.recorded_by, x.recorded_at
    from ledger_bill_event x where x.partnership_id = $1 and x.bill_id = $2::uuid
    union all
    select case when e.reversal_of is null then 'received' when e.reversal_of = $2::uuid then 'reversed' else 'receipt-reversed' end,
      e.effective_on, abs(l.amount_pence), e.reference, e.reason, e.decision_id, e.id, a.authority_id::text, e.recorded_by, e.recorded_at
    from ledger_entry e join ledger_line l on l.partnership_id = e.partnership_id and l.entry_id = e.id
    join ledger_account a on a.partnership_id = l.partnership_id and a.id = l.account_id and a.kind in ('paid', 'receivable')
    where e.partnership_id = $1 and (e.pays_id = $2::uuid or e.reversal_of = $2::uuid or e.reversal_of in (
      select r.id from ledger_entry r where r.partnership_id = $1 and r.pays_id = $2::uuid))
  )
  select s.* from steps s where ${knownAt('s')} order by s.recorded_at, s.on_day`);
