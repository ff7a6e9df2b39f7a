import type { QueryRunner } from 'typeorm';
import type { Guarded } from './guard.js';

const inPartnership = { partnership: 'partnership_id', read: 'ledger.read' } as const;

/** What the lines of a fund may spend in a year, and what each is expected to spend, as a report said. */
export const budgetTables: readonly Guarded[] = [
  { table: 'budget', add: 'ledger-budget.add', ...inPartnership },
  { table: 'forecast', add: 'ledger-forecast.add', ...inPartnership },
];

/** What is held within one row as a list: each row's own form, and that none stands twice. */
const sound = `
  create function ledger.are_budget_lines(given jsonb) returns boolean immutable language sql as $$
    select jsonb_typeof(given) = 'array' and jsonb_array_length(given) between 1 and 500 and (
      select count(distinct l.line) = count(*) and bool_and(l.line is not null and l.name is not null and l.pence >= 0)
      from jsonb_to_recordset(given) as l(line public.slug, name public.words, pence public.pence)) $$;

  create function ledger.are_forecast_rows(given jsonb, of_year text) returns boolean immutable language sql as $$
    select jsonb_typeof(given) = 'array' and jsonb_array_length(given) between 1 and 6000 and (
      select count(distinct (r.line, r.month)) = count(*) and bool_and(r.line is not null and r.pence is not null
        and extract(day from r.month) = 1 and public.financial_year(r.month) = of_year)
      from jsonb_to_recordset(given) as r(line public.slug, month date, pence public.pence)) $$;`;

const reading = `
  -- Of each line, what the latest budget that names it says: as at the end of a day, and as far as it was known before a
  -- moment (whatever is known, where none is given).
  create function ledger.budget_lines(of_partnership text, of_fund text, of_year text, as_at date, known_before timestamptz)
    returns table (line text, name text, pence bigint, budget_id uuid, illustrative boolean) stable language sql as $$
    select distinct on (l.line) l.line, l.name, l.pence, b.id, b.illustrative
    from public.budget b cross join lateral jsonb_to_recordset(b.lines) as l(line text, name text, pence bigint)
    where b.partnership_id = of_partnership and b.fund = of_fund and b.financial_year = of_year and b.starts_on <= as_at
      and (known_before is null or b.recorded_at < known_before)
    order by l.line, b.starts_on desc, b.recorded_at desc, b.id desc $$;`;

const rules = `
  -- A year begins with one original budget; a virement moves money between its lines and leaves their sum as it was.
  create function ledger.check_budget() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    said constant numeric := (select sum(l.pence) from jsonb_to_recordset(new.lines) as l(pence bigint));
    stood numeric;
  begin
    perform pg_advisory_xact_lock(hashtextextended(concat_ws(' ', 'budget of', new.partnership_id, new.fund, new.financial_year), 0));
    if (new.kind = 'original') = exists (select from budget b where b.partnership_id = new.partnership_id and b.fund = new.fund
        and b.financial_year = new.financial_year and b.kind = 'original' and b.id <> new.id) then
      perform ledger.refuse(case new.kind when 'original' then 'budget_original_once' else 'budget_after_its_original' end);
    end if;
    if new.kind = 'virement' then
      select coalesce(sum(s.pence), 0) into stood from (
        select distinct on (l.line) l.line, l.pence
        from budget b cross join lateral jsonb_to_recordset(b.lines) as l(line text, pence bigint)
        where b.partnership_id = new.partnership_id and b.fund = new.fund and b.financial_year = new.financial_year
          and b.starts_on <= new.starts_on and b.id <> new.id
        order by l.line, b.starts_on desc, b.recorded_at desc, b.id desc) s
        where s.line in (select l.line from jsonb_to_recordset(new.lines) as l(line text));
      if stood <> said then
        perform ledger.refuse_about('budget_virement_moves_nothing_out', to_char((said - stood) / 100, 'FM9999999999999990.00'));
      end if;
    end if;
    return null;
  end $$;
  create trigger budget_rules after insert on budget for each row execute function ledger.check_budget();`;

/** What has to be there before the tables are: what holds of a list within a row. */
export async function budgetForms(runner: QueryRunner): Promise<void> {
  await runner.query(sound);
}

/** What is read of budgets, and what holds of them. */
export async function budgetRules(runner: QueryRunner): Promise<void> {
  await runner.query(reading);
  await runner.query(rules);
}
