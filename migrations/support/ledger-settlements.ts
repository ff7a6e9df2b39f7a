import type { QueryRunner } from 'typeorm';
import type { Guarded } from './guard.js';

/** What a year's true-up and variance were settled at: by which recorded calculation and which decision. */
export const settlementTables: readonly Guarded[] = [
  { table: 'ledger_settlement', partnership: 'partnership_id', read: 'ledger.read', add: 'ledger-settlement.add' },
];

/** What a recorded answer comes to in the ledger: worked out here once more, so that nothing else can be proposed of it. */
const comesTo = `
  create function ledger.pence_of(pounds text) returns bigint immutable strict language sql
    return replace(pounds, '.', '')::bigint;

  create function ledger.true_up_comes_to(answer jsonb) returns jsonb stable language sql
    set search_path = public, pg_temp as $$
    select coalesce(jsonb_agg(jsonb_build_object('kind', case when p.more > 0 then 'contribution' else 'rebate' end,
      'authority', p.partner, 'lines', jsonb_build_array(
        ledger.line(case when p.more > 0 then 'receivable' else 'rebated' end, p.partner, null, p.more),
        ledger.line('contributed', null, null, -p.more))) order by p.partner), '[]')
    from (select said.partner, ledger.pence_of(said.difference) as more
      from jsonb_to_recordset(answer -> 'partners') as said(partner text, difference text)) p where p.more <> 0 $$;

  create function ledger.variance_comes_to(answer jsonb) returns jsonb stable language sql
    set search_path = public, pg_temp as $$
    with moved as (
      select 'variance' as kind, case when ledger.pence_of(p.amount) > 0 then 'receivable' else 'rebated' end as account,
        p.id as authority, ledger.pence_of(p.amount) as pence from jsonb_each_text(answer -> 'partners') as p(id, amount)
      union all
      select case s.kind when 'reserve' then 'reserve' else 'variance' end, case s.kind when 'reserve' then 'reserve' else 'carried-forward' end,
        null, sum(case s."of" when 'overspend' then 1 else -1 end * ledger.pence_of(s.took))::bigint
      from jsonb_to_recordset(answer -> 'steps') as s(kind text, "of" text, took text)
      where s.kind in ('reserve', 'carry-forward') group by s.kind
    ), lines as (
      select * from moved where pence <> 0
      union all select kind, 'variance', null, -sum(pence)::bigint from moved group by kind having sum(pence) <> 0
    )
    select coalesce(jsonb_agg(jsonb_build_object('kind', e.kind, 'authority', null, 'lines', e.lines) order by e.kind desc), '[]')
    from (select l.kind, jsonb_agg(ledger.line(l.account, l.authority, null, l.pence)) as lines from lines l group by l.kind) e $$;

  -- Whether something of it waits for the board: what nobody bears, or what would be cut from a year that is over.
  create function ledger.leaves_open(answer jsonb) returns boolean stable language sql
    set search_path = public, pg_temp as $$
    select coalesce(answer ->> 'undetermined', '0.00') <> '0.00'
      or exists (select from jsonb_to_recordset(answer -> 'steps') as s(kind text, took text) where s.kind = 'cut' and s.took <> '0.00')
      or exists (select from jsonb_to_recordset(answer -> 'unallocated') as u(difference text) where u.difference <> '0.00') $$;

  create function ledger.in_order(lines jsonb) returns jsonb stable language sql set search_path = public, pg_temp as $$
    select jsonb_agg(l order by l ->> 'account', l ->> 'authority') from jsonb_array_elements(lines) as l $$;`;

const standing = `
  -- What became of a settlement: whether its entries are proposed, all posted, all rejected or reversed, or only some; nil
  -- where it has none.
  create function ledger.state_of_settlement(of_partnership text, of_settlement uuid) returns text stable language sql
    set search_path = public, pg_temp as $$
    select case when count(*) = 0 then 'nil' when bool_and(d.live and d.approved) then 'settled'
        when bool_and(not d.live) then 'undone' when bool_and(d.live) then 'proposed' else 'in-part' end
    from (select o.outcome is not distinct from 'approved' as approved, o.outcome is distinct from 'rejected' and not exists (
        select from ledger_entry e where e.partnership_id = d.partnership_id and e.reversal_of = d.id) as live
      from ledger_draft d left join ledger_outcome o on o.partnership_id = d.partnership_id and o.draft_id = d.id
      where d.partnership_id = of_partnership and d.settlement_id = of_settlement) d $$;

  -- The same for whoever reads the ledger there, whether or not they read its drafts.
  create function ledger.settlement_state(of_partnership text, of_settlement uuid) returns text stable language sql security definer
    set search_path = public, pg_temp as $$
    select case when authz.reads('ledger.read') in (of_partnership, '*')
      then ledger.state_of_settlement(of_partnership, of_settlement) end $$;

  -- What a true-up goes from and to, and the days that it is of, where several versions of the agreement share the year.
  create function ledger.trued_up(of_partnership text, of_calculation uuid) returns table (days text, was text, becomes text)
    stable language sql set search_path = public, pg_temp as $$
    select coalesce(c.document::jsonb #>> '{recorded,within}', ''), c.answer::jsonb #>> '{recorded,digest}',
      c.answer::jsonb #>> '{later,digest}' from calculation c where c.partnership_id = of_partnership and c.id = of_calculation $$;

  -- The settlements of the same kind, fund and year that stand: what was all rejected or reversed stands no more.
  create function ledger.standing_beside(given ledger_settlement) returns setof ledger_settlement stable language sql
    set search_path = public, pg_temp as $$
    select s.* from ledger_settlement s
    where (s.partnership_id, s.kind, s.fund, s.financial_year) = (given.partnership_id, given.kind, given.fund, given.financial_year)
      and s.number < given.number and ledger.state_of_settlement(s.partnership_id, s.id) <> 'undone' $$;

  -- A true-up begins where the one before ended, so that nothing is trued up twice.
  create function ledger.trued_up_already(given ledger_settlement) returns boolean stable language sql
    set search_path = public, pg_temp as $$
    with earlier as (select s.id, t.* from ledger.standing_beside(given) s, ledger.trued_up(s.partnership_id, s.calculation_id) t)
    select exists (select from ledger.trued_up(given.partnership_id, given.calculation_id) now
      join earlier e on e.days = now.days
      where e.was = now.was and (e.was <> e.becomes or e.becomes = now.becomes)
        or e.becomes <> now.was and not exists (select from earlier n where n.days = e.days and n.was = e.becomes and n.id <> e.id)) $$;

  -- A variance is settled once; and nothing is nil beside what is proposed or settled.
  create function ledger.settled_already(given ledger_settlement) returns boolean stable language sql
    set search_path = public, pg_temp as $$
    select case when given.calculation_id is null then exists (select from ledger.standing_beside(given))
      when given.kind = 'variance' then exists (select from ledger.standing_beside(given) s where s.calculation_id is not null)
      else ledger.trued_up_already(given) end $$;`;

const settling = `
  -- One at a time of a partnership's year, and before anything else that others wait for.
  create function ledger.await_year(of_partnership text, of_year text) returns void language sql set search_path = public, pg_temp as $$
    select pg_advisory_xact_lock(hashtextextended(concat('ledger year ', of_year, ' of ', of_partnership), 0)) $$;

  create function ledger.settle() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    answer constant jsonb := (select c.answer from calculation c where c.partnership_id = new.partnership_id
      and c.id = new.calculation_id and c.kind = new.kind);
  begin
    perform ledger.await_year(new.partnership_id, new.financial_year);
    select coalesce(max(s.number), 0) + 1 into new.number from ledger_settlement s
      where (s.partnership_id, s.kind, s.fund, s.financial_year) = (new.partnership_id, new.kind, new.fund, new.financial_year);
    new.proposes := case when answer is null then '[]' when new.kind = 'true-up' then ledger.true_up_comes_to(answer)
      else ledger.variance_comes_to(answer) end;
    new.illustrative := new.illustrative or exists (select from calculation c where c.partnership_id = new.partnership_id
        and c.id = new.calculation_id and c.illustrative)
      or exists (select from decision d where d.partnership_id = new.partnership_id and d.id = new.decision_id and d.illustrative);
    return new;
  end $$;
  create trigger ledger_settlement_follows before insert on ledger_settlement for each row execute function ledger.settle();

  create function ledger.check_settlement() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    about calculation;
    ends constant date := make_date(left(new.financial_year, 4)::int + 1, 3, 31);
    decided decision;
    stranger text;
  begin
    select d.* into decided from decision d where d.partnership_id = new.partnership_id and d.id = new.decision_id;
    select c.* into about from calculation c where c.partnership_id = new.partnership_id and c.id = new.calculation_id;
    if authz.today() <= ends then
      perform ledger.refuse('ledger_settlement_when_the_year_is_over');
    elsif decided.outcome is distinct from 'approved' or decided.taken_on <= ends and new.kind = 'variance' then
      perform ledger.refuse('ledger_settlement_decided');
    elsif new.calculation_id is not null and (about.id is null or about.kind <> new.kind
        or about.financial_year is distinct from new.financial_year) then
      perform ledger.refuse('ledger_settlement_of_that_year');
    elsif ledger.leaves_open(about.answer::jsonb) then
      perform ledger.refuse('ledger_settlement_leaves_nothing_open');
    elsif about.kind = 'true-up' and not about.rests_on @> '[{"at": "/recorded"}]' then
      perform ledger.refuse('ledger_settlement_of_what_was_recorded');
    elsif ledger.settled_already(new) then
      perform ledger.refuse('ledger_settlement_once');
    end if;
    select l ->> 'authority' into stranger from jsonb_array_elements(new.proposes) as e, jsonb_array_elements(e -> 'lines') as l
      where l ->> 'authority' is not null and not exists (select from partnership_authority a
        where a.partnership_id = new.partnership_id and a.authority_id = l ->> 'authority') limit 1;
    if stranger is not null then
      perform ledger.refuse_about('ledger_settlement_on_partners', stranger);
    end if;
    return null;
  end $$;
  create trigger ledger_settlement_rules after insert on ledger_settlement for each row execute function ledger.check_settlement();

  -- All that follows from it is proposed with it, and nothing else in its name.
  create function ledger.must_propose() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if (select count(*) from ledger_draft d where d.partnership_id = new.partnership_id and d.settlement_id = new.id)
        <> jsonb_array_length(new.proposes) then
      perform ledger.refuse('ledger_settlement_proposes_all');
    end if;
    return null;
  end $$;
  create constraint trigger ledger_settlement_proposes_all after insert on ledger_settlement deferrable initially deferred
    for each row execute function ledger.must_propose();

  create function ledger.check_settled_version() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if exists (select from ledger_draft d where d.partnership_id = new.partnership_id and d.id = new.draft_id and d.settlement_id is not null
        and not exists (select from ledger_settlement s
            join calculation c on c.partnership_id = s.partnership_id and c.id = s.calculation_id
            cross join jsonb_array_elements(s.proposes) as e
          where s.partnership_id = d.partnership_id and s.id = d.settlement_id and e ->> 'kind' = d.kind
            and e ->> 'authority' is not distinct from d.authority_id
            and ledger.in_order(e -> 'lines') = ledger.in_order(new.content -> 'lines')
            and (s.fund::text, s.decision_id::text, s.effective_on::text, to_jsonb(s.illustrative)) = (new.content ->> 'fund',
              new.content ->> 'decision', new.content ->> 'effectiveOn', new.content -> 'illustrative')
            and new.content ->> 'source' = concat('Recorded calculation ', c.id, ', answer ', c.answer_digest))) then
      perform ledger.refuse('ledger_draft_version_says_what_was_settled');
    end if;
    return null;
  end $$;
  create trigger ledger_draft_version_settles after insert on ledger_draft_version
    for each row execute function ledger.check_settled_version();`;

/** How a settlement follows from what was calculated and decided, and its entries from it. */
export async function settlementRules(runner: QueryRunner): Promise<void> {
  for (const part of [comesTo, standing, settling]) await runner.query(part);
}
