import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The ground under every table: who acts (the context that each transaction carries), what money and names may be, and
 * the triggers that keep what is recorded from being edited.
 */
export class Context1795305600001 implements MigrationInterface {
  readonly name = 'Context1795305600001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema authz;
      grant usage on schema authz, public to poolkeeper_api, poolkeeper_public;
      grant select on migrations to poolkeeper_api;

      -- One setting holds the whole context: partnership, capacity and actor, a unit separator between them.
      create function authz.actor() returns text stable language sql
        return nullif(split_part(current_setting('authz.context', true), chr(31), 3), '');
      create function authz.capacity() returns text stable language sql
        return nullif(split_part(current_setting('authz.context', true), chr(31), 2), '');
      create function authz.partnership() returns text stable language sql
        return nullif(split_part(current_setting('authz.context', true), chr(31), 1), '');

      create function authz.refuse_context() returns text language plpgsql as $$
      begin
        raise exception 'a context is opened once in a transaction, by an actor in a capacity in a partnership'
          using errcode = '42501';
      end $$;

      -- Transaction-local, once per transaction: a context cannot be changed half way, nor leak to the next request. One
      -- expression, so that PostgreSQL makes it part of the statement that asks it: it runs before every question there is.
      create function authz.open(actor text, capacity text, partnership text) returns text volatile language sql
        return case
          when coalesce(current_setting('authz.context', true), '') = '' and capacity in ('operator', 'demonstration')
            and actor <> '' and partnership <> '' and strpos(actor || partnership, chr(31)) = 0
          then set_config('authz.context', partnership || chr(31) || capacity || chr(31) || actor, true)
          else authz.refuse_context()
        end;

      revoke all on function authz.open(text, text, text) from public;
      grant execute on function authz.open(text, text, text) to poolkeeper_api;`);
    await runner.query(`
      create extension if not exists btree_gist;

      create domain slug as text check (value ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$');
      create domain words as text check (value <> '' and length(value) <= 4000);
      create domain pence as bigint check (value between -1000000000000000 and 1000000000000000);

      -- 1 April to 31 March, from the calendar date alone: no time of day and no time zone comes into it.
      create function financial_year(day date) returns text immutable strict language sql
        return (
          with year as (select extract(year from day)::int - case when extract(month from day) < 4 then 1 else 0 end as y)
          select y || '-' || lpad(((y + 1) % 100)::text, 2, '0') from year);

      create function refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception '% is only ever added to: % is refused', tg_table_name, lower(tg_op) using errcode = 'PK001';
      end $$;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function refuse_change;
      drop function financial_year;
      drop domain pence;
      drop domain words;
      drop domain slug;
      drop schema authz cascade;
      revoke usage on schema public from poolkeeper_api, poolkeeper_public;`);
  }
}
