import type { QueryRunner } from 'typeorm';
import type { Guarded } from './guard.js';

const whose = { column: 'authority_id', nobodys: 'refused' } as const;

/** What somebody recorded of a bill: that it went out, is disputed, is settled, or that its partner has defaulted. */
export const billEventTables: readonly Guarded[] = [
  {
    ...{ table: 'ledger_bill_event', partnership: 'partnership_id', authority: whose },
    ...{ read: 'ledger.read', add: 'ledger-bill-event.add' },
  },
];

const asked = `
  -- How many days there are to pay what falls due on a day, as known at the end of a day: what the newest version that is in
  -- force on it says, as a share statement takes it. None where it says nothing.
  create function ledger.days_to_pay(of_partnership text, on_day date, known date) returns integer stable language sql as $$
    select coalesce((select (v.instalments ->> 'daysToPay')::integer from public.agreement_version v
      where v.partnership_id = of_partnership and v.starts_on <= on_day and (v.ends_before is null or on_day < v.ends_before)
        and (known is null or v.recorded_at < (known + 1)::timestamp at time zone 'Europe/London')
      order by v.recorded_at desc, v.number desc limit 1), 0) $$;

  -- Whether an entry was reversed by a day, as known at the end of a day.
  create function ledger.turned(of_partnership text, of_entry uuid, by_day date, known date) returns boolean stable language sql as $$
    select exists (select from public.ledger_entry r where r.partnership_id = of_partnership and r.reversal_of = of_entry
      and r.effective_on <= by_day and (known is null or r.recorded_at < (known + 1)::timestamp at time zone 'Europe/London')) $$;

  -- What was received for a bill by a day, less what of it was reversed by then; as known at the end of a day.
  create function ledger.paid_for(of_partnership text, of_bill uuid, by_day date, known date) returns bigint stable language sql as $$
    select coalesce(sum(-l.amount_pence), 0)::bigint from public.ledger_entry r
    join public.ledger_line l on l.partnership_id = r.partnership_id and l.entry_id = r.id
    join public.ledger_account a on a.partnership_id = l.partnership_id and a.id = l.account_id and a.kind = 'paid'
    where r.partnership_id = of_partnership and r.pays_id = of_bill and r.kind = 'receipt' and r.effective_on <= by_day
      and (known is null or r.recorded_at < (known + 1)::timestamp at time zone 'Europe/London')
      and not ledger.turned(r.partnership_id, r.id, by_day, known) $$;`;

const rules = `
  -- Whoever records something of a bill waits for whoever else does, before either touches anything that others wait for.
  create function ledger.await_bill() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended(concat('ledger bill ', new.bill_id, ' of ', new.partnership_id), 0));
    select coalesce(max(e.number), 0) + 1 into new.number from ledger_bill_event e
      where e.partnership_id = new.partnership_id and e.bill_id = new.bill_id;
    return new;
  end $$;
  create trigger ledger_bill_event_after_others before insert on ledger_bill_event
    for each row execute function ledger.await_bill();

  -- The host bills and declares a default; a partner disputes its own bills; either of them records how that was resolved.
  -- What loads public record says what it found.
  create function ledger.may_say_of_bill(e ledger_bill_event) returns boolean stable language sql
    set search_path = public, pg_temp as $$
    select coalesce(authz.capacity() = 'demonstration', false)
      or e.kind <> 'disputed' and exists (select from participation p where p.partnership_id = e.partnership_id
        and p.authority_id = e.authority_id and p.role = 'host' and p.starts_on <= e.happened_on
        and (p.ends_before is null or e.happened_on < p.ends_before))
      or e.kind in ('disputed', 'resolved') and exists (select from ledger_line l
        join ledger_account a on a.partnership_id = l.partnership_id and a.id = l.account_id
        where l.partnership_id = e.partnership_id and l.entry_id = e.bill_id and a.kind = 'receivable'
          and a.authority_id = e.authority_id) $$;

  -- src/engine/ledger/bills/standing.ts says the same, and a test compares the two.
  create function ledger.check_bill_event() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    bill constant ledger_entry := (select e from ledger_entry e where e.partnership_id = new.partnership_id and e.id = new.bill_id);
    before constant ledger_bill_event := (select e from ledger_bill_event e where e.partnership_id = new.partnership_id
      and e.bill_id = new.bill_id and e.number = new.number - 1);
    standing constant text := coalesce(before.kind, 'approved');
  begin
    if bill.kind is null or bill.kind not in ('contribution', 'one-off') then
      perform ledger.refuse('ledger_bill_event_of_a_bill');
    elsif exists (select from ledger_entry r where r.partnership_id = new.partnership_id and r.reversal_of = new.bill_id) then
      perform ledger.refuse('ledger_bill_event_of_one_that_stands');
    elsif not (case new.kind when 'invoiced' then standing = 'approved' when 'resolved' then standing = 'disputed'
        else standing in ('invoiced', 'resolved') end) then
      perform ledger.refuse_about('ledger_bill_event_in_order', standing);
    elsif new.happened_on > authz.today() then
      perform ledger.refuse('ledger_bill_event_not_to_come');
    elsif new.happened_on < before.happened_on then
      perform ledger.refuse_about('ledger_bill_event_after_those_before', to_char(before.happened_on, 'FMDD FMMonth YYYY'));
    elsif not ledger.may_say_of_bill(new) then
      perform ledger.refuse('ledger_bill_event_by_whom');
    elsif new.kind = 'defaulted' and (new.happened_on
          <= bill.effective_on + ledger.days_to_pay(new.partnership_id, bill.effective_on, null)
        or ledger.paid_for(new.partnership_id, new.bill_id, new.happened_on, null) >= (select l.amount_pence from ledger_line l
          where l.partnership_id = new.partnership_id and l.entry_id = new.bill_id and l.amount_pence > 0)) then
      perform ledger.refuse('ledger_bill_event_default_when_overdue');
    end if;
    return null;
  end $$;
  create trigger ledger_bill_event_rules after insert on ledger_bill_event
    for each row execute function ledger.check_bill_event();`;

const receipts = (once: string) => `
  create or replace function ledger.keep_record(of_partnership text, of_draft uuid, said jsonb) returns void language plpgsql
    set search_path = public, pg_temp as $$
  begin
    if said ->> 'kind' = 'contribution' then
      insert into contribution (partnership_id, id, authority_id, due_on, amount_pence, what, source, illustrative)
        select of_partnership, of_draft, d.authority_id, (said ->> 'effectiveOn')::date, ledger.amount_of(said), said ->> 'reason',
          said ->> 'source', (said ->> 'illustrative')::boolean from ledger_draft d where d.partnership_id = of_partnership and d.id = of_draft;
    elsif said ->> 'kind' = 'receipt' ${once} then
      insert into receipt (partnership_id, id, authority_id, contribution_id, received_on, amount_pence, reference, source, illustrative)
        select of_partnership, of_draft, d.authority_id, (said ->> 'pays')::uuid, (said ->> 'effectiveOn')::date, ledger.amount_of(said),
          said ->> 'reference', said ->> 'source', (said ->> 'illustrative')::boolean from ledger_draft d
          where d.partnership_id = of_partnership and d.id = of_draft;
    end if;
  end $$;`;

/** What is received for a one-off charge is in the ledger alone: its bill is no contribution to a year's share. */
const forOneOff = `and not exists (select from ledger_entry b join ledger_line l on l.partnership_id = b.partnership_id and l.entry_id = b.id
      join ledger_account a on a.partnership_id = l.partnership_id and a.id = l.account_id and a.kind = 'receivable'
      join ledger_draft d on d.partnership_id = of_partnership and d.id = of_draft and d.authority_id = a.authority_id
      where b.partnership_id = of_partnership and b.id = (said ->> 'pays')::uuid and b.kind = 'one-off')`;

/** What holds of what is recorded of bills, and what is asked of them. */
export async function billRules(runner: QueryRunner): Promise<void> {
  await runner.query(asked);
  await runner.query(rules);
  await runner.query(receipts(forOneOff));
}

export async function noBillRules(runner: QueryRunner): Promise<void> {
  await runner.query(receipts(''));
  await runner.query(`
    drop function ledger.check_bill_event, ledger.await_bill, ledger.paid_for, ledger.turned, ledger.days_to_pay`);
}
