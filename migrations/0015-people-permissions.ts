import type { MigrationInterface, QueryRunner } from 'typeorm';
import { permit } from './support/permit.js';

/**
 * Administrators of the system are named apart from the roles of a partnership; the first of them by the owner of the
 * database, where there is none; and two grants to one person, or of one authority, are looked at one after the other.
 */
export class PeoplePermissions1795305600015 implements MigrationInterface {
  readonly name = 'PeoplePermissions1795305600015';

  async up(runner: QueryRunner): Promise<void> {
    await permit(
      runner,
      `administrator everywhere administrator.read administrator.name administrator.end
       demonstration everywhere administrator.read administrator.name administrator.end`,
    );
    await runner.query(`
      create function authz.administered() returns boolean stable language sql security definer
        set search_path = authz, public, pg_temp
        return exists (select from role_grant g where g.role = 'administrator' and authz.grant_in_force(g.id));
      revoke all on function authz.administered() from public;

      create policy person_first on person for insert to poolkeeper_owner with check (not authz.administered());
      create policy role_grant_first on role_grant for insert to poolkeeper_owner
        with check (role = 'administrator' and not authz.administered());

      -- The rules look at what other grants there are, so grants that could break one together wait for each other. Its
      -- name puts it before the rules.
      create function authz.await_other_grants() returns trigger language plpgsql as $$
      begin
        perform pg_advisory_xact_lock(hashtextextended('a role of ' || new.person_id, 0));
        perform pg_advisory_xact_lock(hashtextextended(concat('roles of ', new.authority_id, ' in ', new.partnership_id), 0));
        return new;
      end $$;
      create trigger role_grant_after_others before insert on role_grant for each row execute function authz.await_other_grants();`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger role_grant_after_others on role_grant;
      drop policy role_grant_first on role_grant;
      drop policy person_first on person;
      drop function authz.await_other_grants, authz.administered;
      delete from authz.permission where action in ('administrator.read', 'administrator.name', 'administrator.end');`);
  }
}
