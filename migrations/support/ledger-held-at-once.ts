import type { QueryRunner } from 'typeorm';
import { awaiting } from './ledger-periods.js';
import { balancing, holding } from './ledger-posting.js';

const held = `
  -- Whoever posts and whoever closes takes the trail's lock first, which each takes in any case: so whatever else a
  -- transaction has noted before, and however many statements it posts in, none waits for another that waits for it.
  create function ledger.await_trail(partnerships text[]) returns void language plpgsql set search_path = public, pg_temp as $$
  begin
    perform from audit_head h where h.chain = any (partnerships) order by h.chain for no key update;
  end $$;

  create or replace function ledger.hold(partnerships text[], days date[]) returns void language plpgsql
    set search_path = public, pg_temp as $$
  declare
    held record;
  begin
    perform ledger.await_trail(partnerships);
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

  create or replace function ledger.hold_periods() returns trigger language plpgsql security definer
    set search_path = public, pg_temp as $$
  begin
    if tg_table_name = 'contribution' then
      perform ledger.hold(array_agg(d.partnership_id), array_agg(d.day))
        from (select distinct a.partnership_id::text, ledger.month(a.due_on) as day from added a) d;
    elsif tg_table_name = 'receipt' then
      perform ledger.hold(array_agg(d.partnership_id), array_agg(d.day))
        from (select distinct a.partnership_id::text, ledger.month(a.received_on) as day from added a) d;
    else
      perform ledger.hold(array_agg(d.partnership_id), array_agg(d.day))
        from (select distinct a.partnership_id::text, a.month as day from added a) d;
    end if;
    return null;
  end $$;

  create or replace function ledger.await_postings(of_partnership text, of_month date) returns void language plpgsql
    set search_path = public, pg_temp as $$
  begin
    perform ledger.await_trail(array[of_partnership]);
    perform pg_advisory_xact_lock(hashtextextended(concat('ledger periods of ', of_partnership), 0));
    perform from ledger_period p where p.partnership_id = of_partnership and p.starts_on = of_month for update;
  end $$;`;

/**
 * What no row can say by itself is checked once for each statement. None of these rows ever changes or goes, so what held
 * when they were added holds for ever, as a foreign key would have it. Scalar questions, so that each looks one row up by its
 * key, however many entries there are and whichever plan was kept.
 */
const whole = `
  -- INV-04: an entry comes with all its lines, in one statement.
  create or replace function ledger.must_balance() returns trigger language plpgsql security definer
    set search_path = public, pg_temp as $$
  declare
    wrong record;
  begin
    select a.id, a.lines into wrong from added a where (select l.of_lines from ledger_line l
      where l.partnership_id = a.partnership_id and l.entry_id = a.id and l.number = 1) is null limit 1;
    if found then
      raise exception 'entry % has none of its % lines', wrong.id, wrong.lines
        using errcode = '23514', constraint = 'ledger_entry_balances';
    end if;
    return null;
  end $$;

  -- They come to nothing, they are all there, and they say of their entry and their account what those say.
  create function ledger.must_fit() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    wrong record;
  begin
    select a.entry_id as id, count(*) as many, max(a.of_lines) as lines, sum(a.amount_pence) as total into wrong
      from added a group by a.partnership_id, a.entry_id
      having count(*) <> max(a.of_lines) or sum(a.amount_pence) <> 0 or min(a.of_lines) <> max(a.of_lines)
        or min(a.fund) <> max(a.fund) or min(a.effective_on) <> max(a.effective_on) or min(a.recorded_at) <> max(a.recorded_at) limit 1;
    if found then
      raise exception 'entry % has % of % lines, which come to % pence', wrong.id, wrong.many, wrong.lines, wrong.total
        using errcode = '23514', constraint = 'ledger_entry_balances';
    elsif exists (select from added a where a.number = 1 and (select e.lines from ledger_entry e
        where e.partnership_id = a.partnership_id and e.id = a.entry_id and e.fund = a.fund and e.lines = a.of_lines
          and e.effective_on = a.effective_on and e.recorded_at = a.recorded_at) is null) then
      perform ledger.refuse('ledger_line_of_its_entry');
    elsif exists (select from (select distinct a.partnership_id, a.fund, a.account_id from added a) a
        where (select c.kind from ledger_account c where c.partnership_id = a.partnership_id and c.id = a.account_id
          and c.fund = a.fund) is null) then
      perform ledger.refuse('ledger_line_in_its_fund');
    end if;
    return null;
  end $$;

  drop trigger ledger_entry_balances on ledger_entry;
  create trigger ledger_entry_balances after insert on ledger_entry
    referencing new table as added for each statement execute function ledger.must_balance();
  create trigger ledger_line_fits after insert on ledger_line
    referencing new table as added for each statement execute function ledger.must_fit();
  alter table ledger_line drop constraint ledger_line_of_its_entry, drop constraint ledger_line_in_its_fund;
  alter table ledger_entry drop constraint ledger_entry_for_its_lines, drop constraint ledger_entry_reversed_once,
    drop constraint ledger_entry_partnership_id_fkey;
  -- The same rule; an expression that goes through each digest by its letters took longer than the rest of the row.
  alter table ledger_entry drop constraint ledger_entry_digest_check, add constraint ledger_entry_digest_check
    check (octet_length(digest) = 71 and digest = 'sha256:' || encode(decode(substr(digest, 8), 'hex'), 'hex'));
  create unique index ledger_entry_reversed_once on ledger_entry (partnership_id, reversal_of) where reversal_of is not null;`;

/** What holds of entries and their lines, held for all of a statement at once. */
export async function holdAtOnce(runner: QueryRunner): Promise<void> {
  for (const part of [held, whole]) await runner.query(part);
}

const rowByRow = `
  drop index ledger_entry_reversed_once;
  alter table ledger_entry
    add constraint ledger_entry_for_its_lines unique (partnership_id, id, fund, lines, effective_on, recorded_at),
    add constraint ledger_entry_reversed_once unique (partnership_id, reversal_of),
    add constraint ledger_entry_partnership_id_fkey foreign key (partnership_id) references partnership,
    drop constraint ledger_entry_digest_check,
    add constraint ledger_entry_digest_check check (digest ~ '^sha256:[0-9a-f]{64}$');
  alter table ledger_line
    add constraint ledger_line_of_its_entry foreign key (partnership_id, entry_id, fund, of_lines, effective_on, recorded_at)
      references ledger_entry (partnership_id, id, fund, lines, effective_on, recorded_at),
    add constraint ledger_line_in_its_fund foreign key (partnership_id, fund, account_id)
      references ledger_account (partnership_id, fund, id);
  drop trigger ledger_line_fits on ledger_line;
  drop trigger ledger_entry_balances on ledger_entry;
  drop function ledger.must_fit;`;

export async function holdRowByRow(runner: QueryRunner): Promise<void> {
  for (const part of [rowByRow, balancing, holding, awaiting])
    await runner.query(part.replaceAll('create function', 'create or replace function'));
  await runner.query('drop function ledger.await_trail');
}
