import type { MigrationInterface, QueryRunner } from 'typeorm';

const receipts = `
  -- What is received for a bill comes to the fund of that bill: or one fund would hold what another is owed.
  create function ledger.must_pay_in_its_fund() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if exists (select from added a where a.kind = 'receipt' and a.pays_id is not null and (select b.fund from ledger_entry b
        where b.partnership_id = a.partnership_id and b.id = a.pays_id) <> a.fund) then
      perform ledger.refuse('ledger_entry_pays_in_its_fund');
    end if;
    return null;
  end $$;
  create trigger ledger_entry_pays_in_its_fund after insert on ledger_entry
    referencing new table as added for each statement execute function ledger.must_pay_in_its_fund();`;

const defaults = `
  -- Nobody is in default by a decision that was refused, deferred or withdrawn.
  create function ledger.must_be_decided() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if not exists (select from decision d where d.partnership_id = new.partnership_id and d.id = new.decision_id
        and d.outcome = 'approved') then
      perform ledger.refuse('ledger_bill_event_default_decided');
    end if;
    return null;
  end $$;
  create trigger ledger_bill_event_default_decided after insert on ledger_bill_event
    for each row when (new.kind = 'defaulted') execute function ledger.must_be_decided();`;

const settlements = `
  -- The days of a year that a true-up is of, as its calculation says them: all of the year where it says none.
  create function ledger.days_trued_up(days text, of_year text) returns daterange immutable language sql set search_path = public, pg_temp as $$
    select case when days like '{%' then daterange((days::jsonb ->> 'from')::date, (days::jsonb ->> 'until')::date)
      else daterange(make_date(left(coalesce(nullif(days, ''), of_year), 4)::int, 4, 1),
        make_date(left(coalesce(nullif(days, ''), of_year), 4)::int + 1, 4, 1)) end $$;

  -- A calculation is settled in one fund, and a true-up of what was recorded goes on there: in two it would count twice. So
  -- would days that are trued up by themselves and among others.
  create function ledger.settle_in_one_fund() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    other constant text := (select s.fund from ledger_settlement s
      where (s.partnership_id, s.kind, s.financial_year) = (new.partnership_id, new.kind, new.financial_year) and s.fund <> new.fund
        and (s.calculation_id = new.calculation_id or new.kind = 'true-up' and exists (
          select from ledger.trued_up(s.partnership_id, s.calculation_id) t
            join ledger.trued_up(new.partnership_id, new.calculation_id) n on n.days = t.days and n.was = t.was))
        and ledger.state_of_settlement(s.partnership_id, s.id) <> 'undone' limit 1);
  begin
    if other is not null then
      perform ledger.refuse_about('ledger_settlement_within_one_fund', other);
    end if;
    if new.kind = 'true-up' and exists (select from ledger.standing_beside(new) s,
        ledger.trued_up(s.partnership_id, s.calculation_id) t, ledger.trued_up(new.partnership_id, new.calculation_id) n
        where t.days <> n.days and ledger.days_trued_up(t.days, new.financial_year) && ledger.days_trued_up(n.days, new.financial_year)) then
      perform ledger.refuse('ledger_settlement_of_days_once');
    end if;
    return null;
  end $$;
  create trigger ledger_settlement_within_one_fund after insert on ledger_settlement
    for each row when (new.calculation_id is not null) execute function ledger.settle_in_one_fund();`;

const budgets = `
  -- What the lines of a year come to on a day, in pence, with or without one of its budgets.
  create function ledger.budget_total(given budget, on_day date, with_it boolean) returns numeric stable language sql
    set search_path = public, pg_temp as $$
    select coalesce(sum(s.pence), 0) from (
      select distinct on (l.line) l.pence from budget b cross join lateral jsonb_to_recordset(b.lines) as l(line text, pence bigint)
      where (b.partnership_id, b.fund, b.financial_year) = (given.partnership_id, given.fund, given.financial_year)
        and b.starts_on <= on_day and (with_it or b.id <> given.id)
      order by l.line, b.starts_on desc, b.recorded_at desc, b.id desc) s $$;

  -- The budgets of a year that is closed are what its variance was settled at; and a virement leaves the sum of the lines as
  -- it was on every later day too, whichever budget begins then.
  create function ledger.check_budget_later() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    changed date;
  begin
    perform ledger.await_year(new.partnership_id, new.financial_year);
    if ledger.year_closed(new.partnership_id, new.financial_year) then
      perform ledger.refuse('budget_of_an_open_year');
    end if;
    select min(b.starts_on) into changed from budget b
      where (b.partnership_id, b.fund, b.financial_year) = (new.partnership_id, new.fund, new.financial_year)
        and new.kind = 'virement' and b.starts_on > new.starts_on
        and ledger.budget_total(new, b.starts_on, true) <> ledger.budget_total(new, b.starts_on, false);
    if changed is not null then
      perform ledger.refuse_about('budget_virement_moves_nothing_later', to_char(changed, 'FMDD FMMonth YYYY'));
    end if;
    return null;
  end $$;
  create trigger budget_rules_later after insert on budget for each row execute function ledger.check_budget_later();`;

/** What a second reading of the ledger found that could still be said of it, and has to hold. */
export class HeldBesides1795305600052 implements MigrationInterface {
  readonly name = 'HeldBesides1795305600052';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [receipts, defaults, settlements, budgets]) await runner.query(part);
    await runner.query(`revoke all on function ledger.must_pay_in_its_fund, ledger.must_be_decided, ledger.settle_in_one_fund,
      ledger.days_trued_up, ledger.budget_total, ledger.check_budget_later from public`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger ledger_entry_pays_in_its_fund on ledger_entry;
      drop trigger ledger_bill_event_default_decided on ledger_bill_event;
      drop trigger ledger_settlement_within_one_fund on ledger_settlement;
      drop trigger budget_rules_later on budget;
      drop function ledger.must_pay_in_its_fund, ledger.must_be_decided, ledger.settle_in_one_fund, ledger.check_budget_later,
        ledger.budget_total, ledger.days_trued_up`);
  }
}
