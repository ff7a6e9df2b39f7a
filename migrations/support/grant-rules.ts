import type { QueryRunner } from 'typeorm';

/** What row-level security cannot say of grants: never to oneself, by the authority they belong to, never both figures and keys. */
export async function grantRules(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create function authz.refuse_grant(rule text) returns void language plpgsql as $$
    begin
      raise exception 'a grant breaks %', rule using errcode = '23514', constraint = rule;
    end $$;

    create function authz.check_grant() returns trigger language plpgsql security definer
      set search_path = public, authz, pg_temp as $$
    declare
      giver constant text := authz.role();
    begin
      if new.role = 'finance-lead' and not exists (select from participation p where p.partnership_id = new.partnership_id
          and p.authority_id = new.authority_id and p.role = 'host' and (p.ends_before is null or p.ends_before > new.starts_on)) then
        perform authz.refuse_grant('role_grant_finance_lead_of_the_host');
      end if;
      if exists (select from role_grant g where g.person_id = new.person_id
          and (g.role = 'administrator') <> (new.role = 'administrator')
          and not exists (select from role_grant_end e where e.grant_id = g.id)
          and (g.ends_before is null or g.ends_before > greatest(new.starts_on, authz.today()))) then
        perform authz.refuse_grant('role_grant_administrator_holds_no_figures');
      end if;
      if giver is null or giver = 'demonstration' then return new; end if;
      if new.person_id = authz.person() then perform authz.refuse_grant('role_grant_never_to_oneself'); end if;
      if giver = 'administrator' and new.role <> 'administrator' and (new.role <> 'lead-officer' or exists (
          select from role_grant g where g.partnership_id = new.partnership_id and g.authority_id = new.authority_id
            and g.role = 'lead-officer' and authz.grant_in_force(g.id))) then
        perform authz.refuse_grant('role_grant_by_its_authority');
      end if;
      if giver <> 'administrator' and new.role = 'administrator' then perform authz.refuse_grant('role_grant_by_its_authority'); end if;
      return new;
    end $$;
    create trigger role_grant_rules before insert on role_grant for each row execute function authz.check_grant();

    create function authz.check_grant_approval() returns trigger language plpgsql security definer
      set search_path = public, authz, pg_temp as $$
    begin
      if exists (select from role_grant g where g.id = new.grant_id
          and (g.given_for = new.authority_id or g.given_by = authz.person() or g.person_id = authz.person())) then
        perform authz.refuse_grant('role_grant_approval_by_another_council');
      end if;
      return new;
    end $$;
    create trigger role_grant_approval_rules before insert on role_grant_approval for each row execute function authz.check_grant_approval();

    create function authz.check_grant_end() returns trigger language plpgsql security definer
      set search_path = public, authz, pg_temp as $$
    begin
      if authz.role() = 'lead-officer' and exists (select from role_grant g where g.id = new.grant_id
          and g.authority_id <> authz.authority()) then
        perform authz.refuse_grant('role_grant_end_by_its_authority');
      end if;
      return new;
    end $$;
    create trigger role_grant_end_rules before insert on role_grant_end for each row execute function authz.check_grant_end();`);
}
