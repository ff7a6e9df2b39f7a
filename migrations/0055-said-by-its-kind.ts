import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The accounts that each kind moves its amount between, as the engine has it: what it is put to, and what it comes from. */
const moves = `
  create function ledger.moves(of_kind text) returns table (puts_to text, comes_from text) immutable language sql
    set search_path = public, pg_temp as $$
    select m.puts_to, m.comes_from from (values ('contribution', 'receivable', 'contributed'), ('one-off', 'receivable', 'contributed'),
      ('rebate', 'contributed', 'rebated'), ('receipt', 'cash', 'paid'), ('spending', 'budget-line', 'cash'), ('grant', 'cash', 'grant'),
      ('in-kind', 'in-kind-used', 'in-kind-given')) as m(kind, puts_to, comes_from) where m.kind = of_kind $$;`;

const kinds = `
  -- A draft posts what its kind says, of whom it concerns. What a reversal, a variance or a reserve posts is worked out
  -- elsewhere: from what it reverses, and from what was settled.
  create function ledger.must_say_its_kind() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    if exists (select from ledger.moves(new.content ->> 'kind') m where (
        select count(*) <> 2 or count(*) filter (where l.pence > 0) <> 1
          or not bool_and(l.account is not distinct from case when l.pence > 0 then m.puts_to else m.comes_from end)
          or not bool_and(l.authority is not distinct from
            case when l.account in ('receivable', 'paid', 'rebated', 'in-kind-given') then new.authority_id::text end)
          or new.authority_id is not null and count(l.authority) = 0
        from jsonb_to_recordset(new.content -> 'lines') as l(account text, authority text, pence bigint))) then
      perform ledger.refuse('ledger_draft_version_says_its_kind');
    end if;
    return null;
  end $$;
  create trigger ledger_draft_version_says_its_kind after insert on ledger_draft_version
    for each row execute function ledger.must_say_its_kind();`;

const days = `
  create function ledger.first_day(of_partnership text) returns date stable language sql set search_path = public, pg_temp as $$
    select min(p.starts_on) from participation p where p.partnership_id = of_partnership $$;

  -- Nothing that is proposed or imported counts for a day before any council took part. A reversal counts from the day of
  -- what it reverses, whichever that is.
  create function ledger.must_be_of_its_time() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    first constant date := ledger.first_day(new.partnership_id);
    early boolean;
  begin
    if tg_table_name = 'import_submission' then
      early := exists (select from jsonb_object_keys(new.largest) as d(day) where d.day::date < first);
    else
      early := new.content ->> 'kind' <> 'reversal' and (new.content ->> 'effectiveOn')::date < first;
    end if;
    if early then
      perform ledger.refuse_about('ledger_from_the_first_day', first::text);
    end if;
    return null;
  end $$;
  create trigger ledger_draft_version_of_its_time after insert on ledger_draft_version
    for each row execute function ledger.must_be_of_its_time();
  create trigger import_submission_of_its_time after insert on import_submission
    for each row execute function ledger.must_be_of_its_time();`;

/** What the application says of every proposal holds of those too that come another way: what their kind posts, and from which day on. */
export class SaidByItsKind1795305600055 implements MigrationInterface {
  readonly name = 'SaidByItsKind1795305600055';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [moves, kinds, days]) await runner.query(part);
    await runner.query(`revoke all on function ledger.moves, ledger.must_say_its_kind, ledger.first_day,
      ledger.must_be_of_its_time from public`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger ledger_draft_version_says_its_kind on ledger_draft_version;
      drop trigger ledger_draft_version_of_its_time on ledger_draft_version;
      drop trigger import_submission_of_its_time on import_submission;
      drop function ledger.must_say_its_kind, ledger.must_be_of_its_time, ledger.moves, ledger.first_day`);
  }
}
