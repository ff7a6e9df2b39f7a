import type { QueryRunner } from 'typeorm';

/** The context of a transaction: opened by a session, signed by the database, asked by every policy. */
export async function makeSignedContext(runner: QueryRunner): Promise<void> {
  await signing(runner);
  await opening(runner);
  await helping(runner);
}

/** The key under which contexts are signed, the signature, and its check. */
async function signing(runner: QueryRunner): Promise<void> {
  await runner.query(`
    -- Three random UUIDs of 122 bits each, hashed to 32 bytes and padded to SHA-256's block of 64.
    with made as (
      select sha256(convert_to(gen_random_uuid()::text || gen_random_uuid() || gen_random_uuid(), 'UTF8'))
        || decode(repeat('00', 32), 'hex') as key),
    padded as (
      select string_agg(lpad(to_hex(get_byte(key, n) # 54), 2, '0'), '' order by n) as inner_pad,
        string_agg(lpad(to_hex(get_byte(key, n) # 92), 2, '0'), '' order by n) as outer_pad
      from made, generate_series(0, 63) n)
    insert into authz.secret (inner_pad, outer_pad) select decode(inner_pad, 'hex'), decode(outer_pad, 'hex') from padded;

    -- Good in this transaction on this connection alone.
    create function authz.signature(fields text) returns text stable language sql security definer
      set search_path = authz, pg_temp
      return (select encode(sha256(outer_pad || sha256(inner_pad || convert_to(
        fields || chr(31) || pg_backend_pid() || chr(31) || extract(epoch from transaction_timestamp()), 'UTF8'))), 'hex')
        from authz.secret);

    -- The context's fields, or nothing without one. What was not signed here is refused.
    create function authz.fields() returns text stable language plpgsql security definer
      set search_path = authz, pg_temp as $$
    declare
      given constant text := current_setting('authz.context', true);
      fields constant text := substr(given, 65);
    begin
      if given is null or given = '' then return null; end if;
      if left(given, 64) <> (select encode(sha256(outer_pad || sha256(inner_pad || convert_to(
          fields || chr(31) || pg_backend_pid() || chr(31) || extract(epoch from transaction_timestamp()), 'UTF8'))), 'hex')
          from authz.secret) then
        raise exception 'this context was not opened here' using errcode = '42501';
      end if;
      return fields;
    end $$;`);
}

/** How a session opens the context of a transaction. */
async function opening(runner: QueryRunner): Promise<void> {
  await runner.query(`
    drop function authz.open(text, text, text);
    drop function authz.refuse_context();

    create function authz.today() returns date stable language sql
      return (now() at time zone 'Europe/London')::date;

    create function authz.grant_in_force(asked uuid) returns boolean stable language sql security definer
      set search_path = public, pg_temp
      return (
        select g.starts_on <= authz.today() and (g.ends_before is null or authz.today() < g.ends_before)
          and not exists (select from role_grant_end e where e.grant_id = g.id)
          and (g.role <> 'auditor' or exists (select from role_grant_approval a where a.grant_id = g.id))
        from role_grant g where g.id = asked);

    -- Opens the context of a transaction: once, by a session that stands, in the capacity that it has chosen.
    create function authz.open(ticket text, action text, partnership text, request text) returns void
      volatile language plpgsql security definer set search_path = authz, public, pg_temp as $$
    declare
      s authz.session%rowtype;
      g role_grant%rowtype;
      acting text;
      ownership text;
      place text;
      fields text;
    begin
      if coalesce(current_setting('authz.context', true), '') <> '' then
        raise exception 'a context is opened once in a transaction' using errcode = '42501';
      end if;
      select * into s from authz.session where secret_digest = sha256(decode(ticket, 'hex'));
      if not found or s.ended_at is not null or s.expires_at <= now() or s.seen_at + s.idle_for <= now() then
        raise exception 'no session stands behind this' using errcode = 'PK401';
      end if;
      if s.kind = 'service' then
        acting := s.service_role;
        place := coalesce(nullif(open.partnership, ''), '*');
      else
        if s.grant_id is null then
          raise exception 'a capacity has to be chosen first' using errcode = 'PK412';
        end if;
        select * into g from role_grant where id = s.grant_id;
        if not authz.grant_in_force(s.grant_id) then
          raise exception 'this capacity has ended, or has not begun' using errcode = 'PK412';
        end if;
        acting := g.role;
        place := coalesce(g.partnership_id, nullif(open.partnership, ''), '*');
      end if;
      select p.ownership into ownership from authz.permission p where p.role = acting and p.action = open.action;
      if not found or not coalesce(open.action = any (s.scope), true) then
        raise exception '% may not %', acting, action using errcode = 'PK403';
      end if;
      if g.partnership_id is not null and open.partnership not in ('*', g.partnership_id) then
        raise exception 'another partnership' using errcode = 'PK404';
      end if;
      fields := concat_ws(chr(31), place, acting, coalesce(g.authority_id, ''), coalesce(s.person_id::text, ''),
        coalesce(s.grant_id::text, ''), s.id, action, coalesce(request, ''),
        upper(left(acting, 1)) || replace(substr(acting, 2), '-', ' ') || coalesce(' of ' || g.authority_id, ''),
        coalesce(array_to_string(s.scope, ' '), ''));
      perform set_config('authz.context', authz.signature(fields) || fields, true);
    end $$;

    create function authz.open_to_read(ticket text, action text, partnership text, request text) returns void
      volatile language plpgsql as $$
    begin
      perform set_config('transaction_read_only', 'on', true);
      perform authz.open(ticket, action, partnership, request);
    end $$;

    revoke all on all functions in schema authz from public;
    grant execute on function authz.open(text, text, text, text), authz.open_to_read(text, text, text, text) to poolkeeper_api;`);
}

/** What policies, triggers and defaults ask of the context. */
async function helping(runner: QueryRunner): Promise<void> {
  const part = (name: string, place: number, type = 'text') => `
    create or replace function authz.${name}() returns ${type} stable language sql
      return nullif(split_part(authz.fields(), chr(31), ${place}), '')${type === 'text' ? '' : `::${type}`};`;
  await runner.query(`
    ${part('partnership', 1)}
    ${part('capacity', 2)}
    ${part('role', 2)}
    ${part('authority', 3)}
    ${part('person', 4, 'uuid')}
    ${part('grant_id', 5, 'uuid')}
    ${part('session_id', 6, 'uuid')}
    ${part('action', 7)}
    ${part('request', 8)}
    ${part('actor', 9)}

    -- Where the acting role may do this: a partnership, or every one; nothing where it may not. A token may do no more
    -- than it was made for.
    create function authz.reads(action text) returns text stable language plpgsql security definer
      set search_path = authz, pg_temp as $$
    declare
      given constant text := authz.fields();
      scope constant text := split_part(given, chr(31), 10);
    begin
      if given is null or not exists (
          select from authz.permission p where p.role = split_part(given, chr(31), 2) and p.action = reads.action) then
        return null;
      end if;
      if scope <> '' and not reads.action = any (string_to_array(scope, ' ')) then return null; end if;
      return split_part(given, chr(31), 1);
    end $$;

    create function authz.adds(action text) returns text stable language sql
      return authz.reads(action);

    -- For whom: the capacity's own authority, or any where the role may do it for the partnership.
    create function authz.adds_for(action text) returns text stable language plpgsql security definer
      set search_path = authz, pg_temp as $$
    declare
      given constant text := authz.fields();
    begin
      return (select case p.ownership when 'own' then split_part(given, chr(31), 3) else '*' end from authz.permission p
        where p.role = split_part(given, chr(31), 2) and p.action = adds_for.action);
    end $$;

    revoke all on all functions in schema authz from public;
    grant execute on function authz.fields(), authz.partnership(), authz.capacity(), authz.role(), authz.authority(),
      authz.person(), authz.grant_id(), authz.session_id(), authz.action(), authz.request(), authz.actor(),
      authz.reads(text), authz.adds(text), authz.adds_for(text), authz.today() to poolkeeper_api, poolkeeper_access, poolkeeper_public;
    grant execute on function authz.grant_in_force(uuid) to poolkeeper_access, poolkeeper_api;`);
}

/** Back to the context that the application says. */
export async function unmakeSignedContext(runner: QueryRunner): Promise<void> {
  const part = (name: string, place: number) => `
    create or replace function authz.${name}() returns text stable language sql
      return nullif(split_part(current_setting('authz.context', true), chr(31), ${place}), '');`;
  await runner.query(`
    ${part('actor', 3)} ${part('capacity', 2)} ${part('partnership', 1)}
    drop function authz.open(text, text, text, text), authz.open_to_read, authz.today,
      authz.role, authz.authority, authz.person, authz.grant_id, authz.session_id, authz.action, authz.request,
      authz.adds, authz.adds_for, authz.reads, authz.fields;
    create function authz.refuse_context() returns text language plpgsql as $$
    begin
      raise exception 'a context is opened once in a transaction, by an actor in a capacity in a partnership'
        using errcode = '42501';
    end $$;
    create function authz.open(actor text, capacity text, partnership text) returns text volatile language sql
      return case
        when coalesce(current_setting('authz.context', true), '') = '' and capacity in ('operator', 'demonstration')
          and actor <> '' and partnership <> '' and strpos(actor || partnership, chr(31)) = 0
        then set_config('authz.context', partnership || chr(31) || capacity || chr(31) || actor, true)
        else authz.refuse_context()
      end;
    revoke all on function authz.open(text, text, text) from public;
    grant execute on function authz.open(text, text, text) to poolkeeper_api;
    grant execute on function authz.actor(), authz.capacity(), authz.partnership() to public;`);
}
