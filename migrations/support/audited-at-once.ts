import type { QueryRunner } from 'typeorm';
import { noteChange } from './audited.js';

/** Of a large batch each row is hashed as it is read, once: nothing is gathered but the hashes. */
const noteEachOnce = `
  create or replace function audit.note_change() returns trigger language plpgsql security definer
    set search_path = public, pg_temp set timezone = 'UTC' as $$
  declare
    whose constant text := tg_argv[0];
    without constant text[] := tg_argv[1:];
    who constant text[] := string_to_array(authz.fields(), chr(31));
    noted record;
    one text;
    many bigint;
  begin
    if tg_op = 'INSERT' then
      many := (select count(*) from added);
    end if;
    if many > 100 then
      for noted in
        select chain, count(*) as many, case when count(*) > 100 then jsonb_build_object('rows', count(*), 'digest',
            'sha256:' || encode(sha256(string_agg(hash, ''::bytea order by hash)), 'hex')) end as rows
        from (select coalesce(said ->> whose, '*') as chain, sha256(convert_to((said - without)::text, 'UTF8')) as hash
          from (select to_jsonb(a) from added a offset 0) as each(said) offset 0) h group by 1 order by 1
      loop
        one := null;
        if noted.rows is null then
          select case when noted.many = 1 then min(coalesce(said ->> 'id', said ->> 'grant_id')) end, to_jsonb(array_agg(said - without))
            into one, noted.rows
            from (select to_jsonb(a) from added a offset 0) as each(said) where coalesce(said ->> whose, '*') = noted.chain;
        end if;
        perform audit.append_for(who, noted.chain, 'added', tg_table_name, one, jsonb_build_object('added', noted.rows)::text);
      end loop;
    elsif tg_op = 'INSERT' then
      for noted in
        select coalesce(said ->> whose, '*') as chain, min(coalesce(said ->> 'id', said ->> 'grant_id')) as id, count(*) as many,
          to_jsonb(array_agg(said - without)) as rows
        from (select to_jsonb(a) from added a offset 0) as each(said) group by 1 order by 1
      loop
        perform audit.append_for(who, noted.chain, 'added', tg_table_name, case when noted.many = 1 then noted.id end,
          jsonb_build_object('added', noted.rows)::text);
      end loop;
    elsif tg_op = 'DELETE' then
      for noted in
        select coalesce(said ->> whose, '*') as chain, min(coalesce(said ->> 'id', said ->> 'grant_id')) as id, count(*) as many,
          case when count(*) <= 100 then to_jsonb(array_agg(said - without)) else audit.digest(array_agg(said - without)) end as rows
        from (select to_jsonb(r) from removed r) as each(said) group by 1 order by 1
      loop
        perform audit.append_for(who, noted.chain, 'removed', tg_table_name, case when noted.many = 1 then noted.id end,
          jsonb_build_object('removed', noted.rows)::text);
      end loop;
    else
      for noted in
        select coalesce(said ->> whose, '*') as chain, min(coalesce(said ->> 'id', said ->> 'grant_id')) as id, count(*) filter (where is_new) as many,
          case when count(*) <= 200 then to_jsonb(array_agg(said - without) filter (where not is_new))
            else audit.digest(array_agg(said - without) filter (where not is_new)) end as before,
          case when count(*) <= 200 then to_jsonb(array_agg(said - without) filter (where is_new))
            else audit.digest(array_agg(said - without) filter (where is_new)) end as after
        from (select to_jsonb(r), false from removed r union all select to_jsonb(a), true from added a)
          as each(said, is_new) group by 1 order by 1
      loop
        perform audit.append_for(who, noted.chain, 'changed', tg_table_name, case when noted.many = 1 then noted.id end,
          jsonb_build_object('before', noted.before, 'after', noted.after)::text);
      end loop;
    end if;
    return null;
  end $$;`;

const year = `
  -- As before, written so that it becomes part of whatever asks: no call for each row.
  create or replace function financial_year(day date) returns text immutable strict language sql
    return (date_part('year', day::timestamp)::int - 1 + (date_part('month', day::timestamp)::int + 8) / 12)::text || '-'
      || lpad(((date_part('year', day::timestamp)::int + (date_part('month', day::timestamp)::int + 8) / 12) % 100)::text, 2, '0');`;

export async function noteAtOnce(runner: QueryRunner): Promise<void> {
  for (const part of [noteEachOnce, year]) await runner.query(part);
}

const yearByCall = `
  create or replace function financial_year(day date) returns text immutable strict language sql
    return (
      with year as (select extract(year from day)::int - case when extract(month from day) < 4 then 1 else 0 end as y)
      select y || '-' || lpad(((y + 1) % 100)::text, 2, '0') from year);`;

export async function noteRowByRow(runner: QueryRunner): Promise<void> {
  for (const part of [noteChange, yearByCall])
    await runner.query(part.replace('create function', 'create or replace function'));
}
