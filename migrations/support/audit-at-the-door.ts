import type { QueryRunner } from 'typeorm';

/**
 * What is noted of what happens at the door. Whoever signs in has no context yet, so an entry names whom the row is about;
 * where there is a context, it names whoever acts. Secrets, and what could be tried against them, are never said.
 */
const noting = `
  -- Some columns of a row.
  create function audit.part_of(whole jsonb, names text[]) returns jsonb immutable language sql
    return (select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(whole) where key = any (names));

  -- The fields of a context that nobody opened: who, in which capacity, doing what.
  create function audit.at_the_door(who uuid, doing text, s authz.session default null) returns text[] stable language sql
    return array['', s.acting, s.authority_id, who::text, s.grant_id::text, s.id::text, doing, null, s.office];

  -- Entries of the chain that belongs to no partnership; their transaction writes them last, so that whoever signs in waits
  -- for another's commit and for nothing else.
  create function audit.append_shared(fields text[], happened text, about text, about_id text, what jsonb) returns void
    language plpgsql set search_path = public, pg_temp as $$
  begin
    perform audit.append_for(coalesce(string_to_array(authz.fields(), chr(31)), fields), '*', happened, about, about_id, what::text);
  end $$;

  create function audit.note_session() returns trigger language plpgsql security definer
    set search_path = public, pg_temp set timezone = 'UTC' as $$
  declare
    kept constant text[] := array['kind', 'person_id', 'grant_id', 'acting', 'scope', 'label', 'expires_at', 'ended_at', 'ended_because'];
    doing constant text := case when new.kind = 'token' then 'token.use' when tg_op = 'INSERT' then 'sign-in.use' else 'account.use' end;
    identity uuid;
  begin
    if tg_op = 'INSERT' then
      select p.identity_id into identity from authz.provider_session p where p.session_id = new.id;
      perform audit.append_shared(audit.at_the_door(new.person_id, doing, new), 'added', new.kind || '_session', new.id::text,
        jsonb_build_object('added', jsonb_build_array(audit.part_of(to_jsonb(new), kept)
          || case when identity is null then '{}' else jsonb_build_object('identity_id', identity) end)));
    else
      perform audit.append_shared(audit.at_the_door(new.person_id, doing, new), 'changed', new.kind || '_session', new.id::text,
        jsonb_build_object('before', jsonb_build_array(audit.part_of(to_jsonb(old), kept)),
          'after', jsonb_build_array(audit.part_of(to_jsonb(new), kept))));
    end if;
    return null;
  end $$;
  create constraint trigger session_audited_begin after insert on authz.session deferrable initially deferred
    for each row when (new.kind <> 'service') execute function audit.note_session();
  create constraint trigger session_audited_change after update on authz.session deferrable initially deferred
    for each row when (new.kind <> 'service'
      and (old.ended_at is distinct from new.ended_at or old.grant_id is distinct from new.grant_id))
    execute function audit.note_session();

  create function audit.note_account() returns trigger language plpgsql security definer
    set search_path = public, pg_temp set timezone = 'UTC' as $$
  declare
    of_row constant jsonb := to_jsonb(new);
    kept constant text[] := tg_argv[1:];
    said constant jsonb := audit.part_of(of_row, kept);
    account uuid := of_row ->> case when tg_table_name = 'local_account' then 'id' else 'account_id' end;
    who uuid;
  begin
    if account is null then
      select c.account_id into account from authz.credential c where c.id = (of_row ->> 'credential_id')::uuid;
    end if;
    select a.person_id into who from authz.local_account a where a.id = account;
    perform audit.append_shared(audit.at_the_door(who, tg_argv[0]), case tg_op when 'INSERT' then 'added' else 'changed' end,
      tg_table_name, coalesce(of_row ->> 'id', of_row ->> 'credential_id'), case tg_op
        when 'INSERT' then jsonb_build_object('added', jsonb_build_array(said || jsonb_build_object('person_id', who)))
        else jsonb_build_object('before', jsonb_build_array(audit.part_of(to_jsonb(old), kept)), 'after', jsonb_build_array(said)) end);
    return null;
  end $$;
  create constraint trigger local_account_audited after insert on authz.local_account deferrable initially deferred
    for each row execute function audit.note_account('enrolment.issue', 'name');
  create constraint trigger enrolment_audited after insert on authz.enrolment deferrable initially deferred
    for each row execute function audit.note_account('enrolment.issue', 'account_id', 'expires_at');
  create constraint trigger credential_audited after insert on authz.credential deferrable initially deferred
    for each row execute function audit.note_account('enrolment.use', 'account_id', 'enrolment_id');
  create constraint trigger recovery_code_audited after update on authz.recovery_code deferrable initially deferred
    for each row when (old.used_at is null and new.used_at is not null)
    execute function audit.note_account('sign-in.use', 'credential_id', 'used_at');

  -- That somebody was refused who gave the name of an account: whose account, at which step, from where. Who it was nobody knows.
  create function audit.note_refused_sign_in(of_person uuid, step text, place text) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    perform audit.append_for(audit.at_the_door(null, 'sign-in.use'), '*', 'refused', 'person', p.id::text,
      jsonb_build_object('step', step, 'from', place)::text) from person p where p.id = of_person;
  end $$;`;

/** What an auditor reads, and what is erased from the chain that belongs to no partnership. */
const verbs = `
  -- Every reading of an auditor is an entry of their partnership's chain. Tells whether the ticket is an auditor's; nothing
  -- of one that does not stand.
  create function audit.note_auditor(ticket text, of_action text, about text, about_id text, request text) returns boolean
    language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    s authz.session%rowtype;
  begin
    select * into s from authz.session where secret_digest = sha256(decode(ticket, 'hex'))
      and ended_at is null and expires_at > now() and seen_at + idle_for > now();
    if not found then return null; end if;
    if s.acting is distinct from 'auditor' then return false; end if;
    perform audit.append_for(array['', s.acting, s.authority_id, s.person_id::text, s.grant_id::text, s.id::text, of_action, request,
      s.office], s.partnership_id, 'read', about, left(about_id, 63), '{}');
    return true;
  end $$;

  -- As of a partnership's chain; but nobody takes away what is said of themselves.
  create function audit.erase_shared(at_position bigint, why text) returns bigint
    language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    kept bigint;
    said audit_entry%rowtype;
  begin
    perform audit.must(authz.adds('shared-audit.erase') = '*');
    select d.erased_by into kept from audit_detail d where d.chain = '*' and d.position = at_position for update;
    if not found or kept is not null then
      return kept;
    end if;
    select * into said from audit_entry e where e.chain = '*' and e.position = at_position;
    perform audit.must((authz.person() = said.person) is not true and (authz.person()::text = said.subject_id) is not true);
    kept := audit.append('*', 'erased', 'audit_entry', at_position::text, jsonb_build_object('why', why)::text);
    update audit_detail d set salt = null, detail = null, erased_by = kept where d.chain = '*' and d.position = at_position;
    return kept;
  end $$;`;

/** From here on sign-in, sessions, accounts and tokens leave entries too, and what an auditor reads. */
export async function auditAtTheDoor(runner: QueryRunner): Promise<void> {
  await runner.query(noting);
  await runner.query(verbs);
  await runner.query(`
    revoke all on function audit.part_of, audit.at_the_door, audit.append_shared, audit.note_session, audit.note_account,
      audit.note_refused_sign_in, audit.note_auditor, audit.erase_shared from public;
    grant execute on function audit.note_refused_sign_in, audit.note_auditor to poolkeeper_access;
    grant execute on function audit.erase_shared to poolkeeper_api;`);
}

export async function noAuditAtTheDoor(runner: QueryRunner): Promise<void> {
  await runner.query(`
    drop function audit.note_session, audit.note_account cascade;
    drop function audit.note_refused_sign_in, audit.note_auditor, audit.erase_shared, audit.append_shared, audit.at_the_door, audit.part_of;`);
}
