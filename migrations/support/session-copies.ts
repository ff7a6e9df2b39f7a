import type { QueryRunner } from 'typeorm';

/**
 * A session carries what its grant says, so that opening a context asks one row. A grant never changes; that it has ended
 * is told to its sessions in the transaction that ends it, so the very next request is refused.
 */
export async function sessionCopies(runner: QueryRunner): Promise<void> {
  await runner.query(`
    -- Whoever puts a grant on a session and whoever ends it wait for one another: neither sees what the other has not
    -- committed, so without this a session that chose at that moment would never be told.
    create function authz.grant_lock(asked uuid) returns bigint immutable language sql
      return hashtextextended('poolkeeper grant ' || asked, 0);

    create function authz.copy_grant() returns trigger language plpgsql security definer
      set search_path = public, authz, pg_temp as $$
    begin
      perform pg_advisory_xact_lock_shared(authz.grant_lock(new.grant_id));
      select coalesce(new.service_role, g.role), g.partnership_id, g.authority_id, coalesce(g.starts_on, '-infinity'), g.ends_before,
          new.grant_id is not null and not authz.grant_stands(new.grant_id)
        into new.acting, new.partnership_id, new.authority_id, new.starts_on, new.ends_before, new.capacity_ended
        from (values (1)) always left join role_grant g on g.id = new.grant_id;
      new.office := upper(left(new.acting, 1)) || replace(substr(new.acting, 2), '-', ' ') || coalesce(' of ' || new.authority_id, '');
      return new;
    end $$;
    create trigger session_copies_its_grant before insert or update of grant_id, service_role on authz.session
      for each row execute function authz.copy_grant();

    create function authz.end_capacity() returns trigger language plpgsql security definer
      set search_path = public, authz, pg_temp as $$
    begin
      -- Its sessions first, so that one of them that is choosing again is not waited for by whom it waits for.
      update authz.session set capacity_ended = not authz.grant_stands(new.grant_id) where grant_id = new.grant_id;
      perform pg_advisory_xact_lock(authz.grant_lock(new.grant_id));
      update authz.session set capacity_ended = not authz.grant_stands(new.grant_id) where grant_id = new.grant_id;
      return null;
    end $$;
    create trigger role_grant_end_ends_capacity after insert on role_grant_end
      for each row execute function authz.end_capacity();
    create trigger role_grant_approval_begins_capacity after insert on role_grant_approval
      for each row execute function authz.end_capacity();`);
}
