import type { QueryRunner } from 'typeorm';

/**
 * An extract is sealed: its lines come with the confirmation of its file, in one transaction, and none afterwards. That there
 * is a confirmation by the end of it their key holds.
 */
const sealed = `
  create function ledger.check_host_lines() returns trigger language plpgsql set search_path = public, pg_temp as $$
  begin
    if exists (select from (select distinct a.partnership_id, a.import_id from added a) a join import_confirmation c
        on c.partnership_id = a.partnership_id and c.id = a.import_id where c.recorded_at <> now()) then
      raise exception 'lines come with their file' using errcode = '23514', constraint = 'host_line_with_its_file';
    end if;
    return null;
  end $$;
  create trigger host_line_sealed after insert on host_line
    referencing new table as added for each statement execute function ledger.check_host_lines();`;

/**
 * What somebody puts together or keeps apart is of that extract and that account, and no line is in two of them. Whoever
 * says so of one reconciliation waits for whoever else does.
 */
const once = `
  create function ledger.check_host_match() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    of_it reconciliation;
  begin
    perform pg_advisory_xact_lock(hashtextextended(concat('reconciliation ', new.reconciliation_id), 0));
    select r.* into of_it from reconciliation r where r.partnership_id = new.partnership_id and r.id = new.reconciliation_id;
    if (select count(*) from host_line l where l.partnership_id = new.partnership_id and l.id = any (new.host_lines)
        and l.import_id = of_it.import_id and (of_it.code is null or l.account_code = of_it.code)) <> cardinality(new.host_lines) then
      perform ledger.refuse('host_match_lines_of_its_extract');
    elsif (select count(*) from ledger_entry e where e.partnership_id = new.partnership_id and e.id = any (new.entries)
        and e.fund = of_it.fund and e.effective_on between of_it.starts_on and of_it.as_at
        and exists (select from ledger_line l join ledger_account a on a.partnership_id = l.partnership_id and a.id = l.account_id
          where l.partnership_id = e.partnership_id and l.entry_id = e.id and a.kind = ledger.account_held(of_it.account)
            and a.line is not distinct from of_it.line)) <> cardinality(new.entries) then
      perform ledger.refuse('host_match_entries_of_its_account');
    elsif exists (select from host_match m where m.partnership_id = new.partnership_id and m.reconciliation_id = new.reconciliation_id
        and m.id <> new.id and (m.host_lines && new.host_lines or m.entries && new.entries)
        and not exists (select from host_match_undone u where u.partnership_id = m.partnership_id and u.id = m.id)) then
      perform ledger.refuse('host_match_of_no_line_twice');
    end if;
    return null;
  end $$;
  create trigger host_match_rules after insert on host_match for each row execute function ledger.check_host_match();`;

const held = `
  create function ledger.account_held(account text) returns text immutable strict language sql
    return case account when 'cash' then 'cash' when 'spending' then 'budget-line' when 'contributions' then 'contributed' end;`;

export async function reconciliationRules(runner: QueryRunner): Promise<void> {
  for (const part of [held, sealed, once]) await runner.query(part);
}

/** Lets files of one more kind be imported, whichever kinds there are. */
export async function importKind(runner: QueryRunner, kind: string): Promise<void> {
  await runner.query(`do $do$
    declare
      known constant text := (select pg_get_expr(conbin, conrelid) from pg_constraint
        where conrelid = 'public.import'::regclass and conname = 'import_kind_check');
    begin
      execute format('alter table import drop constraint import_kind_check, add constraint import_kind_check check (%s or kind = %L)', known, '${kind}');
    end $do$`);
}

export async function noImportKind(runner: QueryRunner, kind: string): Promise<void> {
  await runner.query(`do $do$
    declare
      known constant text := (select pg_get_expr(conbin, conrelid) from pg_constraint
        where conrelid = 'public.import'::regclass and conname = 'import_kind_check');
    begin
      execute format('alter table import drop constraint import_kind_check, add constraint import_kind_check check (%s)',
        replace(known, ' OR (kind = ''${kind}''::text)', ''));
    end $do$`);
}
