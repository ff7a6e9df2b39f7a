import type { QueryRunner } from 'typeorm';
import type { Guarded } from './guard.js';

const inPartnership = { partnership: 'partnership_id', read: 'ledger.read', add: 'ledger-commitment.add' } as const;

/** Orders placed against budget lines, and what of them was let go. What of them was paid the ledger's own entries say. */
export const commitmentTables: readonly Guarded[] = [
  { table: 'commitment', ...inPartnership },
  { table: 'commitment_release', ...inPartnership },
];

const reading = `
  -- What became of the orders of a fund: what was paid on each by spending that names it and was not reversed, what was let
  -- go, and what is still to come, which is never less than nothing. As at the end of a day, as far as it was known before a moment.
  create function ledger.orders(of_partnership text, of_fund text, of_year text, as_at date, known_before timestamptz)
    returns table (id uuid, line text, ordered bigint, paid bigint, released bigint, outstanding bigint) stable language sql as $$
    select o.id, o.line, o.amount_pence, o.paid, o.released, greatest(o.amount_pence - o.paid - o.released, 0)
    from (select c.id, c.line, c.amount_pence::bigint,
        coalesce((select sum(l.amount_pence) from public.ledger_entry e
          join public.ledger_line l on l.partnership_id = e.partnership_id and l.entry_id = e.id and l.amount_pence > 0
          where e.partnership_id = c.partnership_id and e.pays_id = c.id and e.kind = 'spending' and e.effective_on <= as_at
            and (known_before is null or e.recorded_at < known_before)
            and not exists (select from public.ledger_entry r where r.partnership_id = e.partnership_id and r.reversal_of = e.id
              and r.effective_on <= as_at and (known_before is null or r.recorded_at < known_before))), 0)::bigint as paid,
        coalesce((select sum(r.amount_pence) from public.commitment_release r where r.partnership_id = c.partnership_id
          and r.commitment_id = c.id and r.released_on <= as_at and (known_before is null or r.recorded_at < known_before)), 0)::bigint as released
      from public.commitment c
      where c.partnership_id = of_partnership and (of_fund is null or c.fund = of_fund) and (of_year is null or c.financial_year = of_year)
        and c.ordered_on <= as_at and (known_before is null or c.recorded_at < known_before)) o $$;

  -- What the agreement version in force that day says of spending past a budget line; where it is silent, that it warns.
  create function ledger.past_a_line(of_partnership text, on_day date) returns text stable language sql as $$
    select coalesce((select v.thresholds ->> 'overspendOfLine'
      from public.version_in_force f join public.agreement_version v on v.partnership_id = f.partnership_id and v.id = f.version_id
      where f.partnership_id = of_partnership and f.in_force @> on_day), 'warns') $$;

  -- How a line of a year stands, in pence: what it may spend by the budget of a day (null where the year has none at all),
  -- what was posted to it, and what is committed.
  create function ledger.line_standing(of_partnership text, of_fund text, of_year text, of_line text, on_day date)
    returns table (budget bigint, posted bigint, committed bigint) stable language sql as $$
    select (select coalesce(sum(b.pence) filter (where b.line = of_line), case when count(*) > 0 then 0 end)::bigint
        from ledger.budget_lines(of_partnership, of_fund, of_year, on_day, null) b),
      (select coalesce(sum(t.amount_pence), 0)::bigint
        from public.ledger_account a join public.ledger_total t on t.partnership_id = a.partnership_id and t.account_id = a.id
        where a.partnership_id = of_partnership and a.fund = of_fund and a.kind = 'budget-line' and a.line = of_line
          and t.span = 'month' and public.financial_year(t.starts_on) = of_year),
      (select coalesce(sum(o.outstanding), 0)::bigint
        from ledger.orders(of_partnership, of_fund, of_year, 'infinity', null) o where o.line = of_line) $$;

  -- Where the line of proposed spending would stand, so that whoever enters and whoever approves it see it; null of what
  -- spends nothing. What pays an order takes it from what was committed.
  create function ledger.foreseen(content jsonb) returns jsonb stable language sql as $$
    select jsonb_build_object('line', p.line, 'financialYear', p.year, 'budget', s.budget::text, 'posted', s.posted::text,
      'committed', s.committed::text, 'adds', (p.pence - p.ordered)::text, 'passesBy',
      greatest(s.posted + s.committed + p.pence - p.ordered - s.budget, 0)::text, 'rule', ledger.past_a_line(p.partnership, p.day))
    from (select content ->> 'partnership' as partnership, content ->> 'fund' as fund, l.line, l.pence, d.day,
        public.financial_year(d.day) as year, coalesce((select least(o.outstanding, l.pence)
          from ledger.orders(content ->> 'partnership', content ->> 'fund', public.financial_year(d.day), 'infinity', null) o
          where o.id = (content ->> 'pays')::uuid), 0) as ordered
      from jsonb_to_recordset(content -> 'lines') as l(account text, line text, pence bigint),
        lateral (values ((content ->> 'effectiveOn')::date)) as d(day)
      where content ->> 'kind' = 'spending' and l.account = 'budget-line') p,
      lateral ledger.line_standing(p.partnership, p.fund, p.year, p.line, greatest(p.day, authz.today())) s $$;`;

const rules = `
  create function ledger.pounds(pence numeric) returns text stable language sql
    return to_char(pence / 100, 'FM999,999,999,999,990.00');

  -- Whoever adds to a fund's lines waits for whoever else does, at the end of the transaction: what one then finds there is
  -- all that the other left.
  create function ledger.await_line(of_partnership text, of_fund text) returns void language sql as $$
    select pg_advisory_xact_lock(hashtextextended(concat_ws(' ', 'lines of', of_partnership, of_fund), 0)) $$;

  -- Where the agreement stops spending past a line, what adds to it is refused once the line is past its budget.
  create function ledger.stop_past_line(of_partnership text, of_fund text, of_line text, on_day date, adds bigint) returns void
    language plpgsql set search_path = public, pg_temp as $$
  declare
    year constant text := financial_year(on_day);
    stands record;
  begin
    if adds <= 0 or ledger.past_a_line(of_partnership, on_day) <> 'stops' then
      return;
    end if;
    select * into stands from ledger.line_standing(of_partnership, of_fund, year, of_line, greatest(on_day, authz.today()));
    if stands.posted + stands.committed > stands.budget then
      perform ledger.refuse_about('budget_line_stops', format('%s may spend £%s in %s, and would have £%s spent and £%s committed',
        of_line, ledger.pounds(stands.budget), year, ledger.pounds(stands.posted), ledger.pounds(stands.committed)));
    end if;
  end $$;

  create function ledger.check_spending() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    spent record;
    paid_order record;
    of_order bigint := 0;
  begin
    perform ledger.await_line(new.partnership_id, new.fund);
    for spent in select a.line, sum(l.amount_pence)::bigint as pence from ledger_line l
      join ledger_account a on a.partnership_id = l.partnership_id and a.id = l.account_id
      where l.partnership_id = new.partnership_id and l.entry_id = new.id and a.kind = 'budget-line' group by a.line
    loop
      if new.pays_id is not null then
        select c.financial_year, c.amount_pence - o.released - (o.paid - spent.pence) as outstanding into paid_order
          from commitment c, lateral ledger.orders(c.partnership_id, c.fund, c.financial_year, 'infinity', null) o
          where c.partnership_id = new.partnership_id and c.id = new.pays_id and c.fund = new.fund and c.line = spent.line and o.id = c.id;
        if not found then
          perform ledger.refuse('commitment_of_its_line');
        elsif paid_order.outstanding <= 0 then
          perform ledger.refuse('commitment_has_something_left');
        elsif paid_order.financial_year = new.financial_year then
          of_order := least(paid_order.outstanding, spent.pence);
        end if;
      end if;
      perform ledger.stop_past_line(new.partnership_id, new.fund, spent.line, new.effective_on, spent.pence - of_order);
    end loop;
    return null;
  end $$;
  create constraint trigger ledger_entry_within_its_line after insert on ledger_entry deferrable initially deferred
    for each row when (new.kind = 'spending') execute function ledger.check_spending();

  create function ledger.check_commitment() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    perform ledger.await_line(new.partnership_id, new.fund);
    perform ledger.stop_past_line(new.partnership_id, new.fund, new.line, new.expected_in, new.amount_pence);
    return null;
  end $$;
  create constraint trigger commitment_within_its_line after insert on commitment deferrable initially deferred
    for each row execute function ledger.check_commitment();

  create function ledger.check_release() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    stands record;
  begin
    select c.fund, c.amount_pence as ordered, c.ordered_on into stands from commitment c
      where c.partnership_id = new.partnership_id and c.id = new.commitment_id;
    perform ledger.await_line(new.partnership_id, stands.fund);
    if new.released_on < stands.ordered_on then
      perform ledger.refuse('commitment_release_after_its_order');
    end if;
    select c.amount_pence - o.released - o.paid as over, o.outstanding into stands
      from commitment c, lateral ledger.orders(c.partnership_id, c.fund, c.financial_year, 'infinity', null) o
      where c.partnership_id = new.partnership_id and c.id = new.commitment_id and o.id = c.id;
    if stands.over < 0 then
      perform ledger.refuse_about('commitment_release_of_what_is_left', ledger.pounds(greatest(new.amount_pence + stands.over, 0)));
    end if;
    return null;
  end $$;
  create constraint trigger commitment_release_within_what_is_left after insert on commitment_release deferrable initially deferred
    for each row execute function ledger.check_release();`;

/** What is read of orders and of how a line stands, and what holds of them. */
export async function commitmentRules(runner: QueryRunner): Promise<void> {
  await runner.query(reading);
  await runner.query(rules);
}
