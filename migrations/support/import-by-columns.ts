import type { QueryRunner } from 'typeorm';
import { adding, ofProvenance, rowsOf } from './import-approval.js';

const here = 'where p.partnership_id = of_partnership and p.import_id = of_import';

const said = `
  -- What imported spending says, as the text that its digest is of: the same bytes as of \`ledger.digest_of\`, with no JSON
  -- made of it. What is not said is left out.
  create function ledger.spending_said(partnership text, fund text, line text, day date, pence bigint, reason text, reference text,
    source text, illustrative boolean) returns text stable language sql
    return concat('{"fund": ', to_json(fund), ', "kind": "spending", "lines": [{"line": ', to_json(line), ', "pence": "', pence,
      '", "account": "budget-line"}, {"pence": "', -pence, '", "account": "cash"}], "reason": ', to_json(reason), ', "source": ',
      to_json(source), ', "reference": ' || to_json(reference), ', "effectiveOn": ', to_json(day), ', "partnership": ',
      to_json(partnership), ', "illustrative": ', to_json(illustrative), '}');`;

const spending = `
  -- Straight from the rows of an import, as ledger.post would: months held first, accounts opened, entries and their lines in
  -- one statement. Whether a line is passed is asked once for each line and day of it, when all of it is there; whoever else
  -- posts in the partnership waits for the trail meanwhile, so nothing comes between that and the end.
  create function ledger.post_spending(of_partnership text, of_import uuid) returns void language plpgsql
    set search_path = public, pg_temp as $$
  declare
    held constant jsonb := (select jsonb_agg(to_jsonb(d)) from (
      select r.fund, r.line, r.spent_on as day, max(r.amount_pence) as most
      from ${rowsOf('fund text, line text, spent_on date, amount_pence bigint')} ${here} group by 1, 2, 3) d);
  begin
    perform ledger.hold(array_agg(of_partnership), array_agg(d.day))
      from (select distinct ledger.month(h.day) as day from jsonb_to_recordset(held) as h(day date)) d;
    insert into ledger_account (partnership_id, fund, kind, line)
      select distinct of_partnership, h.fund, s.account, s.line
      from jsonb_to_recordset(held) as h(fund text, line text), lateral (values ('budget-line', h.line), ('cash', null)) as s(account, line)
      where not exists (select from ledger_account a where (a.partnership_id, a.fund, a.kind) = (of_partnership, h.fund, s.account)
        and a.authority_id is null and a.line is not distinct from s.line)
      order by 1, 2, 3, 4 on conflict do nothing;
    with given as materialized (
      select r.* from ${rowsOf(`id uuid, fund text, line text, spent_on date, amount_pence bigint, what text, reference text, ${ofProvenance}`)} ${here}),
    sides as materialized (
      select r.fund, r.line, s.number, s.sign, a.id as account_id
      from (select distinct g.fund, g.line from given g) r
        cross join lateral (values (1::smallint, 1, 'budget-line', r.line), (2::smallint, -1, 'cash', null)) as s(number, sign, account, line)
        join ledger_account a on (a.partnership_id, a.fund, a.kind) = (of_partnership, r.fund, s.account)
          and a.authority_id is null and a.line is not distinct from s.line),
    posted as (
      insert into ledger_entry (partnership_id, id, fund, kind, effective_on, lines, reason, reference, import_id, digest, source,
          illustrative, recorded_at, recorded_by)
        select of_partnership, g.id, g.fund, 'spending', g.spent_on, 2, g.what, g.reference, of_import,
          'sha256:' || encode(sha256(convert_to(ledger.spending_said(of_partnership, g.fund, g.line, g.spent_on, g.amount_pence,
            g.what, g.reference, g.source, g.illustrative), 'UTF8')), 'hex'),
          g.source, g.illustrative, now(), (select authz.actor())
        from given g returning id)
    insert into ledger_line (partnership_id, entry_id, number, of_lines, fund, account_id, amount_pence, effective_on, recorded_at)
      select of_partnership, g.id, s.number, 2, g.fund, s.account_id, s.sign * g.amount_pence, g.spent_on, now()
      from given g join sides s on s.fund = g.fund and s.line = g.line
      where (select count(*) from posted) > 0;
    perform ledger.await_line(of_partnership, f.fund) from (select distinct h.fund from jsonb_to_recordset(held) as h(fund text) order by 1) f;
    perform ledger.stop_past_line(of_partnership, h.fund, h.line, h.day, h.most)
      from jsonb_to_recordset(held) as h(fund text, line text, day date, most bigint);
  end $$;`;

const add = `
  create or replace function ledger.add_import(of_partnership text, of_import uuid, of_kind text) returns void language plpgsql
    set search_path = public, pg_temp as $$
  declare
    -- Worked out once: as the default of a column it is for each row.
    who constant text := authz.actor();
  begin
    if of_kind = 'contributions' then
      insert into contribution (partnership_id, id, authority_id, due_on, amount_pence, what, source, illustrative, import_id, recorded_by)
        select of_partnership, r.id, r.authority_id, r.due_on, r.amount_pence, r.what, r.source, r.illustrative, of_import, who
        from ${rowsOf(`id uuid, authority_id text, due_on date, amount_pence bigint, what text, ${ofProvenance}`)} ${here};
    elsif of_kind = 'receipts' then
      insert into receipt (partnership_id, id, authority_id, contribution_id, received_on, amount_pence, reference, source,
          illustrative, import_id, recorded_by)
        select of_partnership, r.id, r.authority_id, r.contribution_id, r.received_on, r.amount_pence, r.reference, r.source,
          r.illustrative, of_import, who
        from ${rowsOf(`id uuid, authority_id text, contribution_id uuid, received_on date, amount_pence bigint, reference text, ${ofProvenance}`)} ${here};
    else
      perform ledger.post_spending(of_partnership, of_import);
    end if;
  end $$;`;

const within = (when: string) => `
  drop trigger ledger_entry_within_its_line on ledger_entry;
  create constraint trigger ledger_entry_within_its_line after insert on ledger_entry deferrable initially deferred
    for each row when (${when}) execute function ledger.check_spending();`;

/** Rows of an import are posted from their columns, and what is the same for all of them is asked once. */
export async function addByColumns(runner: QueryRunner): Promise<void> {
  for (const part of [said, spending, add, within(`new.kind = 'spending' and new.import_id is null`)])
    await runner.query(part);
}

export async function addByJson(runner: QueryRunner): Promise<void> {
  await runner.query(within(`new.kind = 'spending'`));
  await runner.query(adding.replace('create function', 'create or replace function'));
  await runner.query('drop function ledger.post_spending, ledger.spending_said');
}
