import type { QueryRunner } from 'typeorm';

/** The context of a transaction: opened by a session, signed by the database, asked by every policy. */
export async function makeSignedContext(runner: QueryRunner): Promise<void> {
  await signing(runner);
  await opening(runner);
  await helping(runner);
}

/** What a signature is good for beside the fields: this connection, and the transaction that began at this moment. */
const here = 'int4send(pg_backend_pid()) || timestamptz_send(transaction_timestamp())';

/** The fields of a context that is genuine, nothing of one that is empty; one that is not is refused. */
const verified = (given: string) => `
        case when coalesce(${given}, '') = '' then null
          when encode(sha256(k.outer_pad || sha256(k.inner_pad || convert_to(substr(${given}, 65), 'UTF8') || ${here})), 'hex') = left(${given}, 64)
          then substr(${given}, 65) else authz.refuse_forgery() end`;

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

    create function authz.refuse_forgery() returns text language plpgsql as $$
    begin
      raise exception 'this context was not opened here' using errcode = '42501';
    end $$;

    -- The context's fields, or nothing without one. What was not signed here, in this transaction on this connection, is
    -- refused. Every name is qualified, here and in the functions below, and nobody who calls them may make functions or
    -- operators anywhere: so they need no search path of their own, which each call would have to set and take back. Types
    -- too, in casts and declarations: one that is not qualified is looked for among the caller's own temporary ones first,
    -- and the check of a domain of theirs would run as the owner.
    create function authz.fields() returns text stable language plpgsql security definer as $$
    begin
      return (select ${verified('c.given')} from authz.secret k, (select current_setting('authz.context', true) as given) c);
    end $$;`);
}

/** How a session opens the context of a transaction. */
async function opening(runner: QueryRunner): Promise<void> {
  await runner.query(`
    drop function authz.open(text, text, text);
    drop function authz.refuse_context();

    create function authz.today() returns date stable language sql
      return (now() at time zone 'Europe/London')::date;

    -- A grant that nobody has ended, and that a second council approved where it has to.
    create function authz.grant_stands(asked uuid) returns boolean stable language sql security definer
      set search_path = public, pg_temp
      return (
        select not exists (select from role_grant_end e where e.grant_id = g.id)
          and (g.role <> 'auditor' or exists (select from role_grant_approval a where a.grant_id = g.id))
        from role_grant g where g.id = asked);

    create function authz.grant_in_force(asked uuid) returns boolean stable language sql security definer
      set search_path = public, authz, pg_temp
      return (
        select g.starts_on <= authz.today() and (g.ends_before is null or authz.today() < g.ends_before)
          and authz.grant_stands(g.id)
        from role_grant g where g.id = asked);

    -- Opens the context of a transaction: once, by a session that stands, in the capacity that it has chosen. It comes
    -- before every question there is, so it is one query: whoever is let in has the context set by it.
    create function authz.open(ticket text, action text, partnership text, request text, read_only boolean default false)
      returns boolean volatile language plpgsql security definer as $$
    declare
      refusal pg_catalog.text;
    begin
      select case
          when coalesce(current_setting('authz.context', true), '') <> '' then '42501'
          when s.ended_at is not null or s.expires_at <= now() or s.seen_at + s.idle_for <= now() then 'PK401'
          when s.acting is null or s.starts_on > date(now() at time zone 'Europe/London')
            or s.ends_before <= date(now() at time zone 'Europe/London') or s.capacity_ended then 'PK412'
          when p.role is null or not coalesce(open.action = any (s.scope), true) then 'PK403'
          when s.partnership_id is not null and open.partnership not in ('*', s.partnership_id) then 'PK404'
          else left(set_config('authz.context', encode(sha256(k.outer_pad || sha256(k.inner_pad || convert_to(f.fields, 'UTF8') || ${here})), 'hex')
            || f.fields, true), case when read_only then length(set_config('transaction_read_only', 'on', true)) * 0 else 0 end)
        end into refusal
        from authz.secret k, authz.session s
          left join authz.permission p on p.role = s.acting and p.action = open.action,
          lateral (select concat_ws(chr(31), coalesce(s.partnership_id, nullif(open.partnership, ''), '*'), s.acting,
            coalesce(s.authority_id, ''), coalesce(s.person_id::pg_catalog.text, ''), coalesce(s.grant_id::pg_catalog.text, ''), s.id, open.action,
            coalesce(request, ''), s.office, coalesce(array_to_string(s.scope, ' '), '')) as fields offset 0) f
        where s.secret_digest = sha256(decode(ticket, 'hex'));
      if refusal = '' then return true; end if;
      raise exception 'refused at the door' using errcode = coalesce(refusal, 'PK401');
    end $$;

    create function authz.open_to_read(ticket text, action text, partnership text, request text) returns boolean
      volatile language sql return authz.open(ticket, action, partnership, request, true);

    revoke all on all functions in schema authz from public;
    grant execute on function authz.open(text, text, text, text, boolean), authz.open_to_read(text, text, text, text)
      to poolkeeper_api;`);
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
    -- than it was made for. What the context was opened for has been looked up already.
    create function authz.reads(action text) returns text stable language plpgsql security definer as $$
    begin
      return (select case
          when split_part(f.fields, chr(31), 7) = reads.action then split_part(f.fields, chr(31), 1)
          when split_part(f.fields, chr(31), 10) <> ''
            and not reads.action = any (string_to_array(split_part(f.fields, chr(31), 10), ' ')) then null
          else (select split_part(f.fields, chr(31), 1) from authz.permission p
            where p.role = split_part(f.fields, chr(31), 2) and p.action = reads.action) end
        from (select ${verified('c.given')} as fields
          from authz.secret k, (select current_setting('authz.context', true) as given) c offset 0) f);
    end $$;

    create function authz.adds(action text) returns text stable language sql
      return authz.reads(action);

    -- For whom: the capacity's own authority, or any where the role may do it for the partnership.
    create function authz.adds_for(action text) returns text stable language plpgsql security definer as $$
    begin
      return (select case p.ownership when 'own' then split_part(f.fields, chr(31), 3) else '*' end
        from (select authz.fields() as fields offset 0) f
          join authz.permission p on p.role = split_part(f.fields, chr(31), 2) and p.action = adds_for.action);
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
    drop function authz.open_to_read, authz.open(text, text, text, text, boolean), authz.today,
      authz.role, authz.authority, authz.person, authz.grant_id, authz.session_id, authz.action, authz.request,
      authz.adds, authz.adds_for, authz.reads, authz.fields, authz.refuse_forgery;
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
