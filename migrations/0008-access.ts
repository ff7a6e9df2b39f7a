import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantRules } from './support/grant-rules.js';
import { guard } from './support/guard.js';
import { peopleTables } from './support/people-tables.js';
import { permitted } from './support/permissions-0008.js';
import { permit } from './support/permit.js';
import { belongsToPartnership, keepForEver, provenance, sharedByAll } from './support/record.js';
import { sessionCopies } from './support/session-copies.js';
import { makeSignedContext, unmakeSignedContext } from './support/signed-context.js';
import { tenantTables } from './support/tenant-tables.js';

/**
 * Who may do what, held by the database: people, the roles they are granted, sessions, and a context that only a session
 * can open. The context is signed, so that nobody who can merely run SQL as the api login can make one up.
 */
export class Access1795305600008 implements MigrationInterface {
  readonly name = 'Access1795305600008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      grant usage on schema authz, public to poolkeeper_access;

      create table person (
        id uuid primary key,
        name words not null,
        authority_id slug references authority,
        ${provenance}
      );
      comment on column person.authority_id is 'The council that employs them; none for auditors and administrators from outside';

      -- A person has the role from one day until before another, given by the authority that the role belongs to.
      create table role_grant (
        id uuid primary key,
        partnership_id slug references partnership,
        person_id uuid not null references person,
        role text not null check (role in ('finance-officer', 'finance-lead', 'lead-officer', 'board-member', 'chair',
          'committee-clerk', 'observer', 'auditor', 'administrator')),
        authority_id slug,
        starts_on date not null,
        given_for slug,
        given_by uuid,
        ends_before date constraint role_grant_ends_after_it_starts check (ends_before > starts_on),
        ${provenance},
        unique nulls not distinct (partnership_id, id),
        foreign key (partnership_id, authority_id) references partnership_authority,
        constraint role_grant_of_a_partnership check ((partnership_id is null) = (role = 'administrator')),
        constraint role_grant_of_an_authority check ((authority_id is null) = (role in ('administrator', 'auditor'))),
        constraint role_grant_auditor_for_a_time check (role <> 'auditor' or ends_before is not null)
      );
      create index role_grant_person on role_grant (person_id);
      comment on column role_grant.partnership_id is 'None for an administrator of the system, who holds no figures';

      comment on column role_grant.given_for is 'Whose lead officer gave it; none where the administrator did';

      -- An auditor reads everything, so a second council has to agree.
      create table role_grant_approval (
        grant_id uuid not null primary key references role_grant,
        partnership_id slug not null,
        authority_id slug not null,
        ${provenance},
        foreign key (partnership_id, grant_id) references role_grant (partnership_id, id),
        foreign key (partnership_id, authority_id) references partnership_authority
      );

      create table role_grant_end (
        grant_id uuid not null constraint role_grant_end_once primary key references role_grant,
        partnership_id slug,
        ${provenance}
      );`);
    await runner.query(`
      -- One row: the key under which contexts are signed, as the two padded blocks of HMAC-SHA-256 (RFC 2104).
      create table authz.secret (single boolean primary key default true check (single), inner_pad bytea not null, outer_pad bytea not null);

      create table authz.installation (single boolean primary key default true check (single), demonstration boolean not null default false);
      insert into authz.installation default values;

      create table authz.permission (
        role text not null,
        action text not null,
        ownership text not null check (ownership in ('own', 'partnership', 'everywhere')),
        primary key (role, action)
      );

      -- The bearer holds a secret; what the application sends of it is its digest, and the digest of that stands here.
      create table authz.session (
        id uuid primary key default gen_random_uuid(),
        kind text not null check (kind in ('browser', 'token', 'service')),
        secret_digest bytea not null unique check (length(secret_digest) = 32),
        person_id uuid references person,
        grant_id uuid references role_grant,
        service_role text check (service_role in ('demonstration', 'clockwork')),
        -- What the grant says, and whether it has ended since: copied by triggers, so that the door asks one row.
        acting text,
        office text,
        partnership_id slug,
        authority_id slug,
        starts_on date,
        ends_before date,
        capacity_ended boolean not null default false,
        scope text[],
        label text not null check (length(label) between 1 and 200),
        started_at timestamptz not null default now(),
        seen_at timestamptz not null default now(),
        idle_for interval not null,
        expires_at timestamptz not null,
        ended_at timestamptz,
        ended_because text,
        check ((kind = 'service') = (service_role is not null)),
        check ((kind = 'service') = (person_id is null)),
        check (kind <> 'token' or grant_id is not null)
      );
      create index session_grant on authz.session (grant_id) where ended_at is null;
      create index session_person on authz.session (person_id) where ended_at is null;`);
    await makeSignedContext(runner);
    await this.guarding(runner);
    await permit(runner, permitted);
  }

  private async guarding(runner: QueryRunner): Promise<void> {
    for (const table of tenantTables) await guard(runner, table);
    for (const table of peopleTables) await guard(runner, table);
    for (const table of ['person', 'role_grant', 'role_grant_approval', 'role_grant_end'])
      await keepForEver(runner, table);
    await runner.query(`
      alter table role_grant alter column given_for set default authz.authority(), alter column given_by set default authz.person();

      -- Names are personal: a council sees its own people, and those who have a role in its partnership.
      drop policy person_read on person;
      create policy person_read on person for select using (
        (select authz.reads('person.read')) = '*' or (select authz.reads('person.read')) is not null
        and (authority_id = (select authz.authority()) or exists (select from role_grant g
          where g.person_id = person.id and g.partnership_id = (select authz.partnership()))));

      create function authz.refuse_demonstration() returns trigger language plpgsql security definer
        set search_path = authz, pg_temp as $$
      begin
        if not (select demonstration from authz.installation) then
          raise exception 'this installation is no demonstration' using errcode = '42501';
        end if;
        return new;
      end $$;
      create trigger session_demonstration before insert or update on authz.session for each row
        when (new.service_role = 'demonstration') execute function authz.refuse_demonstration();`);
    await grantRules(runner);
    await sessionCopies(runner);
    for (const table of ['secret', 'installation', 'permission', 'session']) {
      await runner.query(`
        alter table authz.${table} enable row level security, force row level security;
        create policy ${table}_owner on authz.${table} to poolkeeper_owner using (true) with check (true);`);
    }
    for (const table of ['person', 'role_grant', 'role_grant_approval', 'role_grant_end']) {
      await runner.query(`
        create policy ${table}_owner on ${table} for select to poolkeeper_owner using (true);
        create policy ${table}_at_the_door on ${table} for select to poolkeeper_access using (true);
        grant select on ${table} to poolkeeper_access;`);
    }
    await runner.query(`
      create policy partnership_at_the_door on partnership for select to poolkeeper_access using (true);
      create policy authority_at_the_door on authority for select to poolkeeper_access using (true);
      grant select on partnership, authority to poolkeeper_access;
      create policy session_at_the_door on authz.session to poolkeeper_access using (kind <> 'service') with check (kind <> 'service');
      grant select on authz.session to poolkeeper_access;
      grant insert (kind, secret_digest, person_id, grant_id, scope, label, idle_for, expires_at) on authz.session to poolkeeper_access;
      grant update (secret_digest, grant_id, seen_at, ended_at, ended_because) on authz.session to poolkeeper_access;
      create policy installation_at_the_door on authz.installation for select to poolkeeper_access using (true);
      grant select on authz.installation to poolkeeper_access;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { table, add } of tenantTables) {
      await runner.query(
        `drop policy ${table}_read on ${table}; ${add ? `drop policy ${table}_add on ${table};` : ''}`,
      );
    }
    await runner.query(`
      drop policy partnership_at_the_door on partnership;
      drop policy authority_at_the_door on authority;
      revoke all on partnership, authority from poolkeeper_access;
      drop function authz.grant_in_force, authz.grant_stands;
      drop table authz.session, role_grant_end, role_grant_approval, role_grant, person;
      drop table authz.secret, authz.installation, authz.permission;
      drop function authz.refuse_demonstration, authz.copy_grant, authz.grant_lock, authz.end_capacity, authz.check_grant, authz.check_grant_approval, authz.check_grant_end, authz.refuse_grant;
      revoke usage on schema authz, public from poolkeeper_access;`);
    await unmakeSignedContext(runner);
    await runner.query(`
      create policy version_in_force_read on version_in_force for select using ((select authz.partnership()) in (partnership_id, '*'));`);
    for (const { table, partnership } of tenantTables.filter(({ add }) => add !== undefined)) {
      if (partnership) await belongsToPartnership(runner, table, partnership);
      else await sharedByAll(runner, table);
    }
  }
}
