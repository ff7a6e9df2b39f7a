import type { QueryRunner } from 'typeorm';
import type { Guarded } from './guard.js';

/** Years that were closed, with what was frozen of each. */
export const yearTables: readonly Guarded[] = [
  { table: 'ledger_year_closing', partnership: 'partnership_id', read: 'ledger.read', add: 'ledger-closing.add' },
];

const standing = `
  create function ledger.last_month(of_year text) returns date immutable strict language sql
    return make_date(left(of_year, 4)::int + 1, 3, 1);

  -- The closing of a month that no two councils have opened again.
  create function ledger.standing_closing(of_partnership text, of_month date) returns ledger_closing stable language sql
    set search_path = public, pg_temp as $$
    select c from ledger_closing c where c.partnership_id = of_partnership and c.starts_on = of_month and not exists (
      select from ledger_reopening r join ledger_reopening_outcome o on o.partnership_id = r.partnership_id and o.reopening_id = r.id
      where r.partnership_id = c.partnership_id and r.closing_id = c.id and o.outcome = 'approved')
    order by c.number desc limit 1 $$;

  -- A year is closed while the closing of its last month stands that it was closed upon: so it takes two councils to open it
  -- again, the one that asks for March and the one that approves.
  create function ledger.year_closed(of_partnership text, of_year text) returns boolean stable language sql
    set search_path = public, pg_temp as $$
    select exists (select from ledger_year_closing y where y.partnership_id = of_partnership and y.financial_year = of_year
      and y.closing_id = (ledger.standing_closing(of_partnership, ledger.last_month(of_year))).id) $$;`;

const frozen = `
  create function ledger.spent_in(of_partnership text, of_fund text, of_year text) returns bigint stable language sql
    set search_path = public, pg_temp as $$
    select coalesce(sum(t.amount_pence), 0)::bigint from ledger_total t
      join ledger_account a on a.partnership_id = t.partnership_id and a.id = t.account_id
    where t.partnership_id = of_partnership and t.span = 'month' and financial_year(t.starts_on) = of_year
      and a.fund = of_fund and a.kind = 'budget-line' $$;

  -- What a fund was budgeted for a year, as it stood at its end; nothing where no budget was recorded.
  create function ledger.budgeted_for(of_partnership text, of_fund text, of_year text) returns bigint stable language sql
    set search_path = public, pg_temp as $$
    select sum(b.pence)::bigint
    from ledger.budget_lines(of_partnership, of_fund, of_year, (ledger.last_month(of_year) + interval '1 month' - interval '1 day')::date, null) b $$;

  -- What is frozen of a year: every account's balance at its end, its months with their digests, and at what it was settled.
  create function ledger.year_after(of_partnership text, of_year text) returns text stable language sql
    set search_path = public, pg_temp as $$
    select jsonb_build_object('partnership', of_partnership, 'year', of_year,
      'balances', ledger.position_after(of_partnership, ledger.last_month(of_year))::jsonb -> 'balances',
      'months', (select coalesce(jsonb_agg(jsonb_build_object('month', to_char(m, 'YYYY-MM'), 'closing', c.id, 'digest', c.digest) order by m), '[]')
        from generate_series(ledger.last_month(of_year) - interval '11 months', ledger.last_month(of_year), interval '1 month') as m,
          ledger.standing_closing(of_partnership, m::date) c where c.id is not null),
      'settlements', (select coalesce(jsonb_agg(jsonb_build_object('settlement', s.id, 'kind', s.kind, 'fund', s.fund,
          'calculation', s.calculation_id, 'decision', s.decision_id, 'entries', s.proposes) order by s.kind, s.fund, s.number), '[]')
        from ledger_settlement s where s.partnership_id = of_partnership and s.financial_year = of_year
          and ledger.state_of_settlement(s.partnership_id, s.id) in ('settled', 'nil')))::text $$;`;

const closing = `
  create function ledger.freeze_year() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    -- The year before the trail, as whoever settles it: so neither waits for the other.
    perform ledger.await_year(new.partnership_id, new.financial_year);
    perform ledger.await_postings(new.partnership_id, ledger.last_month(new.financial_year));
    select coalesce(max(y.number), 0) + 1 into new.number from ledger_year_closing y
      where y.partnership_id = new.partnership_id and y.financial_year = new.financial_year;
    new.follows_id := (select y.id from ledger_year_closing y where y.partnership_id = new.partnership_id
      and y.financial_year = new.financial_year and y.number = new.number - 1);
    new.closing_id := (ledger.standing_closing(new.partnership_id, ledger.last_month(new.financial_year))).id;
    new.frozen := ledger.year_after(new.partnership_id, new.financial_year);
    new.digest := 'sha256:' || encode(sha256(convert_to(new.frozen, 'UTF8')), 'hex');
    return new;
  end $$;
  create trigger ledger_year_closing_freezes before insert on ledger_year_closing for each row execute function ledger.freeze_year();

  -- What of a year has still to be settled before it is closed, in words; nothing where all is.
  create function ledger.unsettled(of_partnership text, of_year text) returns text stable language sql
    set search_path = public, pg_temp as $$
    select format('the %s of the fund %s', k.kind, f.fund) from (
      select a.fund from ledger_total t join ledger_account a on a.partnership_id = t.partnership_id and a.id = t.account_id
        where t.partnership_id = of_partnership and t.span = 'month' and financial_year(t.starts_on) = of_year
      union select b.fund from budget b where b.partnership_id = of_partnership and b.financial_year = of_year) f,
      (values ('true-up'), ('variance')) as k(kind),
      lateral (select coalesce(array_agg(ledger.state_of_settlement(s.partnership_id, s.id)), '{}') as states from ledger_settlement s
        where (s.partnership_id, s.kind, s.fund, s.financial_year) = (of_partnership, k.kind, f.fund, of_year)) s
    where not s.states && array['settled', 'nil'] or s.states && array['proposed', 'in-part'] order by f.fund, k.kind limit 1 $$;

  -- A fund whose variance was settled at another outturn or another budget than the ledger and the budgets say, in words.
  create function ledger.settled_otherwise(of_partnership text, of_year text) returns text stable language sql
    set search_path = public, pg_temp as $$
    select format('the fund %s spent £%s of a budget of £%s, and was settled at %s', o.fund, o.spent, coalesce(o.budget, '(none)'),
        case when o.forecast is null then 'nothing' else format('£%s of £%s', o.forecast, o.said) end)
    from (select s.fund, s.calculation_id is not null and c.id is null as unseen, to_char(ledger.spent_in(of_partnership, s.fund, of_year)::numeric / 100, 'FM999999999999990.00') as spent,
        to_char(ledger.budgeted_for(of_partnership, s.fund, of_year)::numeric / 100, 'FM999999999999990.00') as budget,
        c.answer::jsonb ->> 'forecast' as forecast, c.answer::jsonb ->> 'budget' as said
      from ledger_settlement s left join calculation c on c.partnership_id = s.partnership_id and c.id = s.calculation_id
      where s.partnership_id = of_partnership and s.financial_year = of_year and s.kind = 'variance'
        and ledger.state_of_settlement(s.partnership_id, s.id) in ('settled', 'nil')
        and (s.calculation_id is not null or not exists (select from ledger_settlement t where (t.partnership_id, t.kind, t.fund, t.financial_year)
          = (s.partnership_id, s.kind, s.fund, s.financial_year) and t.number > s.number
          and ledger.state_of_settlement(t.partnership_id, t.id) <> 'undone'))) o
    where o.unseen or coalesce(o.forecast, o.spent) <> o.spent or coalesce(o.said, o.spent) <> coalesce(o.budget, o.said, o.spent)
    order by o.fund limit 1 $$;

  create function ledger.close_year() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    latest constant date := (ledger.latest_closing(new.partnership_id, null)).starts_on;
    waits constant text := ledger.unsettled(new.partnership_id, new.financial_year);
    otherwise constant text := ledger.settled_otherwise(new.partnership_id, new.financial_year);
  begin
    if new.closing_id is null then
      perform ledger.refuse_about('ledger_year_closing_after_its_months', ledger.month_in_words(coalesce(
        (latest + interval '1 month')::date, (ledger.last_month(new.financial_year) - interval '11 months')::date)));
    elsif exists (select from ledger_year_closing y where y.partnership_id = new.partnership_id
        and y.financial_year = new.financial_year and y.closing_id = new.closing_id and y.id <> new.id) then
      perform ledger.refuse('ledger_year_closing_once');
    elsif waits is not null then
      perform ledger.refuse_about('ledger_year_closing_when_settled', waits);
    elsif otherwise is not null then
      perform ledger.refuse_about('ledger_year_closing_at_its_outturn', otherwise);
    end if;
    return null;
  end $$;
  create trigger ledger_year_closing_rules after insert on ledger_year_closing for each row execute function ledger.close_year();

  create function ledger.settle_while_open() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if ledger.year_closed(new.partnership_id, new.financial_year) then
      perform ledger.refuse('ledger_settlement_of_an_open_year');
    end if;
    return null;
  end $$;
  create trigger ledger_settlement_while_open after insert on ledger_settlement for each row execute function ledger.settle_while_open();`;

/** How a year is closed, what is frozen of it, and what it takes. */
export async function yearRules(runner: QueryRunner): Promise<void> {
  for (const part of [standing, frozen, closing]) await runner.query(part);
}
