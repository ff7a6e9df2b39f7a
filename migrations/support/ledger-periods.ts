import type { QueryRunner } from 'typeorm';
import type { Guarded } from './guard.js';

const whose = { column: 'authority_id', nobodys: 'refused' } as const;
const inPartnership = { partnership: 'partnership_id', read: 'ledger.read' } as const;

/** What was closed and frozen, and who had it opened again. */
export const periodTables: readonly Guarded[] = [
  { table: 'ledger_closing', add: 'ledger-closing.add', ...inPartnership },
  { table: 'ledger_reopening', add: 'ledger-reopening.add', ...inPartnership, authority: whose },
  { table: 'ledger_reopening_outcome', add: 'ledger-reopening.decide', ...inPartnership, authority: whose },
];

export const awaiting = `
  -- Whoever closes or opens a month waits for all who post in it, and they for them; and for whoever posts for the first
  -- time in a month that has no row yet. It comes before anything else in the transaction that others wait for.
  create function ledger.await_postings(of_partnership text, of_month date) returns void language plpgsql
    set search_path = public, pg_temp as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended(concat('ledger periods of ', of_partnership), 0));
    perform from ledger_period p where p.partnership_id = of_partnership and p.starts_on = of_month for update;
  end $$;`;

const holding = `
  create function ledger.refuse_about(rule text, about text) returns void language plpgsql as $$
  begin
    raise exception 'this breaks %', rule using errcode = '23514', constraint = rule, detail = about;
  end $$;
  create function ledger.month_in_words(day date) returns text stable language sql return to_char(day, 'FMMonth YYYY');`;

const following = `
  -- The newest month that is closed. $2 is an outcome that is just being recorded, and does not count yet.
  create function ledger.latest_closing(of_partnership text, but_outcome uuid) returns ledger_closing stable language sql
    set search_path = public, pg_temp as $$
    select c from ledger_closing c where c.partnership_id = of_partnership and not exists (
      select from ledger_reopening r join ledger_reopening_outcome o on o.partnership_id = r.partnership_id and o.reopening_id = r.id
      where r.partnership_id = c.partnership_id and r.closing_id = c.id and o.outcome = 'approved' and o.id is distinct from but_outcome)
    order by c.starts_on desc limit 1 $$;

  -- A month is closed while it, or a later one, has a closing that two councils have not opened again; whoever asks.
  create function ledger.follow_closings() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    follows boolean;
  begin
    if tg_op = 'INSERT' then
      perform pg_advisory_xact_lock_shared(hashtextextended(concat('ledger periods of ', new.partnership_id), 0));
    end if;
    follows := coalesce((ledger.latest_closing(new.partnership_id, null)).starts_on >= new.starts_on, false);
    if tg_op = 'UPDATE' and (new.closed <> follows or new.starts_on <> old.starts_on or new.partnership_id <> old.partnership_id) then
      perform ledger.refuse('ledger_period_follows_its_closings');
    end if;
    new.closed := follows;
    return new;
  end $$;
  create trigger ledger_period_follows_its_closings before insert or update on ledger_period
    for each row execute function ledger.follow_closings();`;

const closing = `
  -- Every account's balance at the end of a month, as text.
  create function ledger.position_after(of_partnership text, of_month date) returns text stable language sql
    set search_path = public, pg_temp as $$
    select jsonb_build_object('partnership', of_partnership, 'month', to_char(of_month, 'YYYY-MM'), 'balances',
      coalesce(jsonb_agg(to_jsonb(b) order by b.fund, b.account, b.authority, b.line), '[]'))::text
    from (select a.fund, a.kind as account, a.authority_id as authority, a.line, sum(t.amount_pence)::text as pence
      from ledger_total t join ledger_account a on a.partnership_id = t.partnership_id and a.id = t.account_id
      where t.partnership_id = of_partnership and t.span = 'month' and t.starts_on <= of_month group by 1, 2, 3, 4) b $$;

  create function ledger.freeze_month() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    perform ledger.await_postings(new.partnership_id, new.starts_on);
    select coalesce(max(c.number), 0) + 1 into new.number from ledger_closing c
      where c.partnership_id = new.partnership_id and c.starts_on = new.starts_on;
    new.follows_id := (select c.id from ledger_closing c where c.partnership_id = new.partnership_id
      and c.starts_on = new.starts_on and c.number = new.number - 1);
    new.frozen := ledger.position_after(new.partnership_id, new.starts_on);
    new.digest := 'sha256:' || encode(sha256(convert_to(new.frozen, 'UTF8')), 'hex');
    return new;
  end $$;
  create trigger ledger_closing_freezes before insert on ledger_closing for each row execute function ledger.freeze_month();

  -- Months are closed one after another, so that what is closed is all of what came before.
  create function ledger.close_month() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    latest constant date := (select max(p.starts_on) from ledger_period p where p.partnership_id = new.partnership_id and p.closed);
    first_open constant date := coalesce((latest + interval '1 month')::date,
      (select min(p.starts_on) from ledger_period p where p.partnership_id = new.partnership_id));
  begin
    if new.starts_on + interval '1 month' > authz.today() then
      perform ledger.refuse_about('ledger_closing_when_it_is_over', ledger.month_in_words(new.starts_on));
    elsif new.starts_on <= latest then
      perform ledger.refuse_about('ledger_closing_once', ledger.month_in_words(new.starts_on));
    elsif first_open < new.starts_on then
      perform ledger.refuse_about('ledger_closing_after_those_before', ledger.month_in_words(first_open));
    end if;
    insert into ledger_period (partnership_id, starts_on, closed) values (new.partnership_id, new.starts_on, true)
      on conflict (partnership_id, starts_on) do update set closed = true;
    return null;
  end $$;
  create trigger ledger_closing_closes after insert on ledger_closing for each row execute function ledger.close_month();`;

const reopening = `
  create function ledger.must_be_latest(of_partnership text, of_closing uuid, but_outcome uuid) returns void language plpgsql
    set search_path = public, pg_temp as $$
  declare
    latest constant ledger_closing := ledger.latest_closing(of_partnership, but_outcome);
  begin
    if latest.id is distinct from of_closing then
      perform ledger.refuse_about('ledger_reopening_of_the_latest', coalesce(ledger.month_in_words(latest.starts_on), 'none'));
    end if;
  end $$;

  create function ledger.check_reopening() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    perform ledger.must_be_latest(new.partnership_id, new.closing_id, null);
    return null;
  end $$;
  create trigger ledger_reopening_rules after insert on ledger_reopening for each row execute function ledger.check_reopening();

  create function ledger.await_reopening() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    perform ledger.await_postings(new.partnership_id, (select c.starts_on from ledger_reopening r
      join ledger_closing c on c.partnership_id = r.partnership_id and c.id = r.closing_id
      where r.partnership_id = new.partnership_id and r.id = new.reopening_id));
    return new;
  end $$;
  create trigger ledger_reopening_outcome_after_others before insert on ledger_reopening_outcome
    for each row execute function ledger.await_reopening();

  -- Two people, of two councils: one asks, the other approves. Only then is the month open.
  create function ledger.reopen_month() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    asked ledger_reopening;
  begin
    select r.* into asked from ledger_reopening r where r.partnership_id = new.partnership_id and r.id = new.reopening_id;
    if new.outcome = 'rejected' then
      return null;
    elsif new.decided_by is null or asked.asked_by is null or new.decided_by = asked.asked_by then
      perform ledger.refuse('ledger_reopening_by_another');
    elsif new.authority_id is null or asked.authority_id is null or new.authority_id = asked.authority_id then
      perform ledger.refuse('ledger_reopening_by_another_council');
    end if;
    perform ledger.must_be_latest(new.partnership_id, asked.closing_id, new.id);
    update ledger_period p set closed = false from ledger_closing c
      where c.partnership_id = new.partnership_id and c.id = asked.closing_id
        and p.partnership_id = c.partnership_id and p.starts_on = c.starts_on;
    return null;
  end $$;
  create trigger ledger_reopening_outcome_opens after insert on ledger_reopening_outcome
    for each row execute function ledger.reopen_month();`;

/** How months close and open, and that nothing else closes or opens one. */
export async function periodRules(runner: QueryRunner): Promise<void> {
  for (const part of [holding, awaiting, following, closing, reopening]) await runner.query(part);
}
