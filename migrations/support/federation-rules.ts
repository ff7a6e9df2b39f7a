import type { QueryRunner } from 'typeorm';

/** What must hold of every link between a subject and a person, and of every session that begins with one. */
export async function federationRules(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create function authz.refuse_identity(rule text) returns void language plpgsql as $$
    begin
      raise exception 'an identity breaks %', rule using errcode = '23514', constraint = rule;
    end $$;

    -- A subject is namespaced by its issuer, an issuer speaks for one council, and a council for its own people alone.
    create function authz.check_identity() returns trigger language plpgsql security definer
      set search_path = public, authz, pg_temp as $$
    begin
      perform pg_advisory_xact_lock(hashtextextended('issuer ' || new.issuer, 0));
      if exists (select from person p where p.id = new.person_id and p.authority_id <> new.authority_id) then
        perform authz.refuse_identity('federated_identity_of_its_council');
      end if;
      if exists (select from federated_identity i where i.issuer = new.issuer and i.authority_id <> new.authority_id
          and not exists (select from federated_identity_end e where e.id = i.id)) then
        perform authz.refuse_identity('federated_identity_issuer_of_one_council');
      end if;
      if exists (select from federated_identity i where i.issuer = new.issuer and i.subject = new.subject
          and not exists (select from federated_identity_end e where e.id = i.id)) then
        perform authz.refuse_identity('federated_identity_linked_once');
      end if;
      if exists (select from federated_identity i where i.issuer = new.issuer and i.subject = new.subject
          and i.person_id = authz.person() and i.person_id <> new.person_id) then
        perform authz.refuse_identity('federated_identity_never_ones_own_subject');
      end if;
      new.number := 1 + (select count(*) from federated_identity i where i.issuer = new.issuer and i.subject = new.subject);
      return new;
    end $$;
    create trigger federated_identity_rules before insert on federated_identity
      for each row execute function authz.check_identity();

    -- Whoever signed in by it is signed out by its end, in every process and with the next request.
    create function authz.end_identity_sessions() returns trigger language plpgsql security definer
      set search_path = public, authz, pg_temp as $$
    begin
      perform pg_advisory_xact_lock(hashtextextended('identity ' || new.id, 0));
      update authz.session s set ended_at = now(), ended_because = 'its sign-in was taken away'
        from authz.provider_session p
        where p.session_id = s.id and p.identity_id = new.id and s.ended_at is null;
      return null;
    end $$;
    create trigger federated_identity_end_sessions after insert on federated_identity_end
      for each row execute function authz.end_identity_sessions();

    -- A session begins with a link of its own person that stands. The lock keeps an end from slipping in between.
    create function authz.check_provider_session() returns trigger language plpgsql security definer
      set search_path = public, authz, pg_temp as $$
    begin
      perform pg_advisory_xact_lock(hashtextextended('identity ' || new.identity_id, 0));
      if not exists (select from federated_identity i join authz.session s on s.person_id = i.person_id
          where i.id = new.identity_id and s.id = new.session_id and s.kind = 'browser'
          and not exists (select from federated_identity_end e where e.id = i.id)) then
        perform authz.refuse_identity('provider_session_of_its_person');
      end if;
      return new;
    end $$;
    create trigger provider_session_rules before insert on authz.provider_session
      for each row execute function authz.check_provider_session();

    revoke all on function authz.refuse_identity, authz.check_identity, authz.end_identity_sessions, authz.check_provider_session from public;`);
}
