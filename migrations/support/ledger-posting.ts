import type { QueryRunner } from 'typeorm';

const helpers = `
  create function ledger.month(day date) returns date immutable strict language sql
    return day - (extract(day from day)::int - 1);

  -- SHA-256 of what an entry says, as PostgreSQL writes JSON; nothing is left out but what is null.
  create function ledger.digest_of(content jsonb) returns text immutable strict language sql
    return 'sha256:' || encode(sha256(convert_to(jsonb_strip_nulls(content)::text, 'UTF8')), 'hex');

  create function ledger.line(account text, authority text, budget_line text, amount bigint) returns jsonb stable language sql
    return jsonb_build_object('account', account, 'authority', authority, 'line', budget_line, 'pence', amount::text);

  -- What a posted entry says, put together again from its rows: its digest is that of what was posted.
  create function ledger.content_of(of_partnership text, of_entry uuid) returns jsonb stable language sql as $$
    select jsonb_build_object('partnership', e.partnership_id, 'kind', e.kind, 'fund', e.fund, 'effectiveOn', e.effective_on,
      'reason', e.reason, 'reference', e.reference, 'decision', e.decision_id, 'pays', e.pays_id, 'reverses', e.reversal_of,
      'source', e.source, 'illustrative', e.illustrative, 'lines', (
        select jsonb_agg(ledger.line(a.kind, a.authority_id, a.line, l.amount_pence) order by l.number)
        from public.ledger_line l join public.ledger_account a on a.partnership_id = l.partnership_id and a.id = l.account_id
        where l.partnership_id = e.partnership_id and l.entry_id = e.id))
    from public.ledger_entry e where e.partnership_id = of_partnership and e.id = of_entry $$;`;

export const post = `
  -- The one way into the ledger, for the owner's functions: entries with their lines, all in one go. Accounts are opened
  -- when something is first posted to them.
  create function ledger.post(given jsonb) returns void language plpgsql set search_path = public, pg_temp as $$
  begin
    if given is null then
      return;
    end if;
    insert into ledger_entry (partnership_id, id, fund, kind, effective_on, lines, reason, reference, decision_id, pays_id,
        reversal_of, draft_id, digest, source, illustrative, recorded_at, recorded_by)
      select e.partnership, e.id, e.fund, e.kind, e."effectiveOn", jsonb_array_length(e.lines), e.reason, e.reference, e.decision,
        e.pays, e.reverses, e.draft, ledger.digest_of(each.said - array['id', 'draft', 'recordedAt', 'recordedBy']),
        e.source, e.illustrative, coalesce(e."recordedAt", now()), coalesce(e."recordedBy", authz.actor())
      from jsonb_array_elements(given) as each(said), jsonb_to_record(each.said) as e(partnership text, id uuid, fund text,
        kind text, "effectiveOn" date, lines jsonb, reason text, reference text, decision uuid, pays uuid, reverses uuid,
        draft uuid, source text, illustrative boolean, "recordedAt" timestamptz, "recordedBy" text);
    insert into ledger_account (partnership_id, fund, kind, authority_id, line)
      select distinct e.partnership, e.fund, l.account, l.authority, l.line
      from jsonb_to_recordset(given) as e(partnership text, fund text, lines jsonb),
        jsonb_to_recordset(e.lines) as l(account text, authority text, line text)
      where not exists (select from ledger_account a where (a.partnership_id, a.fund, a.kind) = (e.partnership, e.fund, l.account)
        and a.authority_id is not distinct from l.authority and a.line is not distinct from l.line)
      order by 1, 2, 3, 4, 5 on conflict do nothing;
    insert into ledger_line (partnership_id, entry_id, number, of_lines, fund, account_id, amount_pence, effective_on, recorded_at)
      select e.partnership, e.id, l.number, jsonb_array_length(e.lines), e.fund, a.id, (l.said ->> 'pence')::bigint,
        e."effectiveOn", coalesce(e."recordedAt", now())
      from jsonb_to_recordset(given) as e(partnership text, id uuid, fund text, lines jsonb, "effectiveOn" date,
          "recordedAt" timestamptz) cross join lateral jsonb_array_elements(e.lines) with ordinality as l(said, number)
        join ledger_account a on (a.partnership_id, a.fund, a.kind) = (e.partnership, e.fund, l.said ->> 'account')
          and a.authority_id is not distinct from l.said ->> 'authority' and a.line is not distinct from l.said ->> 'line';
  end $$;`;

export const holding = `
  -- Posting takes the row of the month for share, closing takes it for update: so whoever posts has the period open until
  -- the end of their transaction (INV-10). It comes before the trail's lock, here as in closing, so that neither waits for the other.
  create function ledger.hold(partnerships text[], days date[]) returns void language plpgsql set search_path = public, pg_temp as $$
  declare
    held record;
  begin
    insert into ledger_period (partnership_id, starts_on)
      select distinct d.partnership, ledger.month(d.day) from unnest(partnerships, days) as d(partnership, day)
      where not exists (select from ledger_period p where p.partnership_id = d.partnership and p.starts_on = ledger.month(d.day))
      order by 1, 2 on conflict do nothing;
    for held in select p.* from ledger_period p where (p.partnership_id, p.starts_on) in
      (select d.partnership, ledger.month(d.day) from unnest(partnerships, days) as d(partnership, day)) order by 1, 2 for share
    loop
      if held.closed then
        raise exception 'a closed period takes no entry' using errcode = '23514', constraint = 'ledger_period_takes_no_entry',
          detail = to_char(held.starts_on, 'FMMonth YYYY');
      end if;
    end loop;
  end $$;
  create function ledger.hold_periods() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    perform ledger.hold(array_agg(d.partnership), array_agg(d.day)) from (select distinct said ->> 'partnership_id' as partnership,
      (said ->> tg_argv[0])::date as day from (select to_jsonb(a) from added a) as each(said)) d;
    return null;
  end $$;`;

const heldByEntries = `
  create trigger ledger_entry_added_while_open after insert on ledger_entry
    referencing new table as added for each statement execute function ledger.hold_periods('effective_on');`;

export const balancing = `
  -- INV-04: at the end of the transaction every entry has all its lines, and they come to nothing.
  create function ledger.must_balance() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    found_lines bigint;
    total numeric;
  begin
    select count(*), coalesce(sum(l.amount_pence), 0) into found_lines, total
      from ledger_line l where l.partnership_id = new.partnership_id and l.entry_id = new.id;
    if found_lines <> new.lines or total <> 0 then
      raise exception 'entry % has % of % lines, which come to % pence', new.id, found_lines, new.lines, total
        using errcode = '23514', constraint = 'ledger_entry_balances';
    end if;
    return null;
  end $$;
  create constraint trigger ledger_entry_balances after insert on ledger_entry deferrable initially deferred
    for each row execute function ledger.must_balance();`;

const turning = `
  -- An entry that is reversed is reversed as it stood: the same accounts, every amount turned.
  create function ledger.must_turn() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if exists (
        select from (select l.number, l.account_id, l.amount_pence from ledger_line l
            where l.partnership_id = new.partnership_id and l.entry_id = new.id) l
          full join (select r.number, r.account_id, -r.amount_pence as amount_pence from ledger_line r
            where r.partnership_id = new.partnership_id and r.entry_id = new.reversal_of) r using (number, account_id, amount_pence)
        where l.number is null or r.number is null)
      or exists (select from ledger_entry o where o.partnership_id = new.partnership_id and o.id = new.reversal_of
        and (o.kind = 'reversal' or o.effective_on > new.effective_on)) then
      raise exception 'entry % is no reversal of %', new.id, new.reversal_of
        using errcode = '23514', constraint = 'ledger_entry_turns_what_it_reverses';
    end if;
    return null;
  end $$;
  create constraint trigger ledger_entry_turns_what_it_reverses after insert on ledger_entry deferrable initially deferred
    for each row when (new.reversal_of is not null) execute function ledger.must_turn();`;

export const addingUp = `
  -- What each account comes to, by month and by day, so that a position costs the same however many entries there are.
  create function ledger.add_up() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    insert into ledger_total (partnership_id, span, starts_on, account_id, amount_pence)
      select a.partnership_id, s.span, s.starts_on, a.account_id, sum(a.amount_pence)
      from added a, lateral (values ('month', ledger.month(a.effective_on)), ('day', a.effective_on)) as s(span, starts_on)
      group by 1, 2, 3, 4 order by 1, 2, 3, 4
    on conflict (partnership_id, span, starts_on, account_id)
      do update set amount_pence = ledger_total.amount_pence + excluded.amount_pence;
    return null;
  end $$;`;

const addedUp = `
  create trigger ledger_line_added_up after insert on ledger_line
    referencing new table as added for each statement execute function ledger.add_up();`;

export const records = `
  -- What is recorded as due or received is posted by the statement that records it, under the record's own id. What was
  -- approved as a draft has been posted already.
  create function ledger.post_contributions() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    perform ledger.post((select jsonb_agg(ledger.of_contribution(to_jsonb(c))) from added c
      where not exists (select from ledger_entry e where e.partnership_id = c.partnership_id and e.id = c.id)));
    return null;
  end $$;
  create function ledger.post_receipts() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    perform ledger.post((select jsonb_agg(ledger.of_receipt(to_jsonb(r))) from added r
      where not exists (select from ledger_entry e where e.partnership_id = r.partnership_id and e.id = r.id)));
    return null;
  end $$;`;

const postedByRecords = `
  -- The period first, by name; then the trail notes the record, whose lock comes last; then the record is posted.
  create trigger contribution_added_while_open after insert on contribution
    referencing new table as added for each statement execute function ledger.hold_periods('due_on');
  create trigger receipt_added_while_open after insert on receipt
    referencing new table as added for each statement execute function ledger.hold_periods('received_on');
  create trigger contribution_posted after insert on contribution
    referencing new table as added for each statement execute function ledger.post_contributions();
  create trigger receipt_posted after insert on receipt
    referencing new table as added for each statement execute function ledger.post_receipts();`;

export const ofRecords = `
  create function ledger.of_contribution(c jsonb) returns jsonb stable language sql
    return jsonb_build_object('id', c -> 'id', 'partnership', c -> 'partnership_id', 'kind', 'contribution', 'fund', 'pool',
      'effectiveOn', c -> 'due_on', 'reason', c -> 'what', 'source', c -> 'source', 'illustrative', c -> 'illustrative',
      'recordedAt', c -> 'recorded_at', 'recordedBy', c -> 'recorded_by', 'lines', jsonb_build_array(
        ledger.line('receivable', c ->> 'authority_id', null, (c ->> 'amount_pence')::bigint),
        ledger.line('contributed', null, null, -(c ->> 'amount_pence')::bigint)));
  create function ledger.of_receipt(r jsonb) returns jsonb stable language sql
    return jsonb_build_object('id', r -> 'id', 'partnership', r -> 'partnership_id', 'kind', 'receipt', 'fund', 'pool',
      'effectiveOn', r -> 'received_on', 'reason', 'Received towards a contribution', 'reference', r -> 'reference',
      'pays', r -> 'contribution_id', 'source', r -> 'source', 'illustrative', r -> 'illustrative',
      'recordedAt', r -> 'recorded_at', 'recordedBy', r -> 'recorded_by', 'lines', jsonb_build_array(
        ledger.line('cash', null, null, (r ->> 'amount_pence')::bigint),
        ledger.line('paid', r ->> 'authority_id', null, -(r ->> 'amount_pence')::bigint)));`;

/** What is wrong with a ledger, worked out from every line: nothing when all is well (INV-04, INV-14). */
export const checks = `
  create function ledger.faults(of_partnership text) returns table (fault text, about text) stable language sql
    set search_path = public, pg_temp as $$
    select 'does not balance', l.entry_id::text from ledger_line l where l.partnership_id = of_partnership
      group by l.entry_id, l.of_lines having sum(l.amount_pence) <> 0 or count(*) <> l.of_lines
    union all select 'has no lines', e.id::text from ledger_entry e where e.partnership_id = of_partnership
      and not exists (select from ledger_line l where l.partnership_id = of_partnership and l.entry_id = e.id)
    union all select 'is not what its digest says', e.id::text from ledger_entry e where e.partnership_id = of_partnership
      and e.digest <> ledger.digest_of(ledger.content_of(e.partnership_id, e.id))
    union all select 'is not the sum of its lines', concat_ws(' ', coalesce(t.account_id, l.account_id), coalesce(t.starts_on, l.effective_on))
      from (select * from ledger_total t where t.partnership_id = of_partnership and t.span = 'day') t
      full join (select l.account_id, l.effective_on, sum(l.amount_pence) as amount_pence from ledger_line l
        where l.partnership_id = of_partnership group by 1, 2) l on l.account_id = t.account_id and l.effective_on = t.starts_on
      where t.amount_pence is distinct from l.amount_pence
    union all select 'is not the sum of its days', concat_ws(' ', coalesce(m.account_id, d.account_id), coalesce(m.starts_on, d.month))
      from (select * from ledger_total t where t.partnership_id = of_partnership and t.span = 'month') m
      full join (select t.account_id, ledger.month(t.starts_on) as month, sum(t.amount_pence) as amount_pence from ledger_total t
        where t.partnership_id = of_partnership and t.span = 'day' group by 1, 2) d on d.account_id = m.account_id and d.month = m.starts_on
      where m.amount_pence is distinct from d.amount_pence
    union all select 'is not what was recorded as due', c.id::text from contribution c where c.partnership_id = of_partnership
      and not exists (select from ledger_line l join ledger_account a on a.partnership_id = l.partnership_id and a.id = l.account_id
        where l.partnership_id = c.partnership_id and l.entry_id = c.id and a.kind = 'receivable'
          and a.authority_id = c.authority_id and l.amount_pence = c.amount_pence and l.effective_on = c.due_on)
    union all select 'is not what was recorded as received', r.id::text from receipt r where r.partnership_id = of_partnership
      and not exists (select from ledger_line l join ledger_account a on a.partnership_id = l.partnership_id and a.id = l.account_id
        where l.partnership_id = r.partnership_id and l.entry_id = r.id and a.kind = 'paid'
          and a.authority_id = r.authority_id and l.amount_pence = -r.amount_pence and l.effective_on = r.received_on) $$;`;

/** How the ledger is posted to, what holds there, and how contributions and receipts get there. */
export async function ledgerPosting(runner: QueryRunner): Promise<void> {
  const rules = [holding, heldByEntries, balancing, turning, addingUp, addedUp];
  for (const part of [helpers, post, ...rules, ofRecords, records, postedByRecords, checks]) await runner.query(part);
}
