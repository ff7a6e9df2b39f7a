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

      create function authz.actor() returns text stable language sql
        return nullif(current_setting('authz.actor', true), '');
      create function authz.capacity() returns text stable language sql
        return nullif(current_setting('authz.capacity', true), '');
      create function authz.partnership() returns text stable language sql
        return nullif(current_setting('authz.partnership', true), '');

      -- Transaction-local, once per transaction: a context cannot be changed half way, nor leak to the next request; and
      -- with \`only_read\` nothing can be written from here to the end. Assignments rather than queries, because this runs
      -- before every question there is.
      create function authz.open(actor text, capacity text, partnership text, only_read boolean default false)
        returns void language plpgsql as $$
      declare
        ignored text;
      begin
        if nullif(current_setting('authz.capacity', true), '') is not null then
          raise exception 'a context is already open' using errcode = '42501';
        end if;
        if coalesce(capacity, '') not in ('operator', 'demonstration') or coalesce(actor, '') = '' or coalesce(partnership, '') = '' then
          raise exception 'a context needs an actor, a capacity and a partnership' using errcode = '42501';
        end if;
        ignored := set_config('authz.actor', actor, true);
        ignored := set_config('authz.capacity', capacity, true);
        ignored := set_config('authz.partnership', partnership, true);
        if only_read then
          ignored := set_config('transaction_read_only', 'on', true);
        end if;
      end $$;

      revoke all on function authz.open(text, text, text, boolean) from public;
      grant execute on function authz.open(text, text, text, boolean) to poolkeeper_api;`);
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
