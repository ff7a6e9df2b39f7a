import type { QueryRunner } from 'typeorm';
import { deciding, ofImport, rowsOf, weighing } from './import-approval.js';

const weigh = `
  -- As before; and what all rows come to together, each without its sign, so that no row takes weight off another.
  create or replace function ledger.weigh_import() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    sent constant import := (select i from import i where i.partnership_id = new.partnership_id and i.id = new.id);
    whose constant text := authz.adds_for('ledger-draft.add');
  begin
    -- Of what whoever asks may not add, only that is said.
    if authz.adds('import.add') is distinct from new.partnership_id then
      return new;
    end if;
    if sent.kind not in ('contributions', 'receipts', 'spending') then
      perform ledger.refuse('import_submission_of_money');
    end if;
    if sent.entered_by is distinct from new.submitted_by then
      perform ledger.refuse('import_submission_by_whoever_sent_it');
    end if;
    if ledger.import_digest(new.partnership_id, new.id) is distinct from new.digest then
      perform ledger.refuse('import_outcome_posts_what_was_shown');
    end if;
    if whose is distinct from '*' and exists (select from ${rowsOf('authority_id text')} ${ofImport}
        and r.authority_id is distinct from whose) then
      perform ledger.refuse('import_submission_of_own_rows');
    end if;
    select coalesce(jsonb_object_agg(d.day, d.most), '{}'), sum(d.pence) into new.largest, new.total_pence from (
      select coalesce(r.due_on, r.received_on, r.spent_on) as day, max(r.amount_pence) as most, sum(abs(r.amount_pence)) as pence
      from ${rowsOf('due_on date, received_on date, spent_on date, amount_pence bigint')} ${ofImport} group by 1) d;
    return new;
  end $$;`;

const bySum = `
  -- What the rows of an import come to together, each without its sign: of what was submitted before that was kept.
  create function ledger.import_weight(of_partnership text, of_import uuid) returns numeric stable language sql
    return (select sum(abs(r.amount_pence)) from public.import_part p
        cross join lateral jsonb_to_recordset(p.rows::jsonb) as r(amount_pence bigint)
      where p.partnership_id = of_partnership and p.import_id = of_import);

  -- Up to what one council may approve it alone: the least of what the versions in force on its days say, and nothing where
  -- any of them says nothing.
  create function ledger.one_council_up_to(submitted import_submission) returns bigint stable language sql
    return (select min(ledger.two_councils_above((submitted).partnership_id, day::date))
      from jsonb_object_keys((submitted).largest) as days(day));

  -- An import is approved as a whole, so what counts is what it comes to as a whole, however many rows that is split into.
  create function ledger.two_councils_for(submitted import_submission) returns boolean stable language sql
    return coalesce((submitted).total_pence, ledger.import_weight((submitted).partnership_id, (submitted).id))
      > coalesce(ledger.one_council_up_to(submitted), 0);`;

const decide = `
  -- INV-07: whoever sent a file does not approve it; where all of it together is above the threshold, nobody of their council
  -- does. INV-08: what was shown is posted, all of it in this statement; and the same file is added once.
  create or replace function ledger.decide_import() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    sent constant import := (select i from import i where i.partnership_id = new.partnership_id and i.id = new.id);
    asked constant import_submission := (select s from import_submission s where s.partnership_id = new.partnership_id and s.id = new.id);
  begin
    if new.outcome = 'rejected' then
      return null;
    end if;
    if new.decided_by is null or new.decided_by = sent.entered_by or new.decided_by = asked.submitted_by then
      perform ledger.refuse('import_outcome_by_another');
    end if;
    if (new.authority_id is null or new.authority_id = sent.entered_for or new.authority_id = asked.submitted_for)
        and ledger.two_councils_for(asked) then
      raise exception 'this breaks import_outcome_by_another_council' using errcode = '23514',
        constraint = 'import_outcome_by_another_council', detail = format('£%s, above £%s',
          to_char(coalesce(asked.total_pence, ledger.import_weight(asked.partnership_id, asked.id)) / 100, 'FM999,999,999,999,999,999,990.00'),
          to_char(coalesce(ledger.one_council_up_to(asked), 0) / 100.0, 'FM999,999,999,999,999,999,990.00'));
    end if;
    if ledger.import_digest(new.partnership_id, new.id) is distinct from new.digest then
      perform ledger.refuse('import_outcome_posts_what_was_shown');
    end if;
    perform ledger.add_import(new.partnership_id, new.id, sent.kind);
    insert into import_confirmation (partnership_id, id, kind, file_digest, source)
      values (new.partnership_id, new.id, sent.kind, sent.file_digest, new.source);
    return null;
  end $$;`;

/** Two councils by what an import comes to as a whole. */
export async function twoCouncilsBySum(runner: QueryRunner): Promise<void> {
  for (const part of [weigh, bySum, decide]) await runner.query(part);
}

/** A function of the migration that came before, made anew without its trigger, which is there. */
const anew = (part: string) =>
  part
    .slice(0, part.indexOf('create trigger') === -1 ? undefined : part.indexOf('create trigger'))
    .replaceAll('create function', 'create or replace function');

/** Two councils by the largest row of each day, as before. */
export async function twoCouncilsByRow(runner: QueryRunner): Promise<void> {
  const after = weighing.indexOf('-- Whether any amount');
  for (const part of [anew(weighing), weighing.slice(after), anew(deciding)]) await runner.query(part);
  await runner.query(
    'drop function ledger.two_councils_for(import_submission), ledger.one_council_up_to, ledger.import_weight',
  );
}
