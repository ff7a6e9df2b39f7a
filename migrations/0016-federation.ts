import type { MigrationInterface, QueryRunner } from 'typeorm';
import { audited } from './support/audited.js';
import { federationRules } from './support/federation-rules.js';
import { federationTables } from './support/federation-tables.js';
import { guard } from './support/guard.js';
import { permit } from './support/permit.js';
import { keepForEver, provenance } from './support/record.js';

/**
 * People sign in with their own council's provider. Who the providers are, and their secrets, is configuration; here stands
 * which subject of which issuer is which person, and every sign-in that is on its way.
 */
export class Federation1795305600016 implements MigrationInterface {
  readonly name = 'Federation1795305600016';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table federated_identity (
        id uuid primary key,
        person_id uuid not null references person,
        provider slug not null,
        issuer text not null check (issuer ~ '^https?://[!-~]+$' and length(issuer) <= 500),
        subject text not null check (subject ~ '^[!-~]([ -~]{0,253}[!-~])?$'),
        authority_id slug not null references authority,
        number integer not null default 1,
        linked_by uuid default authz.person(),
        ${provenance},
        unique (issuer, subject, number)
      );
      create index federated_identity_person on federated_identity (person_id);
      comment on table federated_identity is 'A person, by the subject that a council''s provider knows them by; never by e-mail';
      comment on column federated_identity.authority_id is 'The council that the issuer belonged to when it was linked';
      comment on column federated_identity.number is 'Which link of this subject it is: it may be linked again when the one before has ended';

      create table federated_identity_end (
        id uuid not null constraint federated_identity_end_once primary key references federated_identity,
        ended_by uuid default authz.person(),
        ${provenance}
      );

      comment on column federated_identity_end.id is 'That of the identity which ends';

      create table authz.provider_sign_in (
        secret_digest bytea primary key check (length(secret_digest) = 32),
        provider slug not null,
        issuer text not null,
        state text not null check (length(state) >= 43),
        nonce text not null check (length(nonce) >= 43),
        verifier text not null check (length(verifier) >= 43),
        next text not null check (next ~ '^/' and length(next) <= 500),
        started_at timestamptz not null default now(),
        expires_at timestamptz not null default now() + interval '10 minutes' check (expires_at <= started_at + interval '10 minutes'),
        finished_at timestamptz
      );
      create index provider_sign_in_expired on authz.provider_sign_in (expires_at);
      comment on table authz.provider_sign_in is 'A person on the way to a provider and back: known by a cookie''s hash, good once and for ten minutes';

      create table authz.provider_session (
        session_id uuid primary key references authz.session,
        identity_id uuid not null references federated_identity
      );
      create index provider_session_identity on authz.provider_session (identity_id);
      comment on table authz.provider_session is 'With which identity a session began';`);
    await federationRules(runner);
    await this.guarding(runner);
    await permit(
      runner,
      `administrator everywhere identity.read identity.add identity.end
       demonstration everywhere identity.read identity.add identity.end`,
    );
  }

  private async guarding(runner: QueryRunner): Promise<void> {
    for (const guarded of federationTables) {
      const { table } = guarded;
      await guard(runner, guarded);
      await keepForEver(runner, table);
      await runner.query(
        `create policy ${table}_now on ${table} as restrictive for insert to poolkeeper_api with check (recorded_at = now())`,
      );
      await audited(runner, table, { partnership: null });
      await runner.query(`
        create policy ${table}_owner on ${table} for select to poolkeeper_owner using (true);
        create policy ${table}_at_the_door on ${table} for select to poolkeeper_access using (true);
        grant select on ${table} to poolkeeper_access;`);
    }
    for (const table of ['provider_sign_in', 'provider_session']) {
      await runner.query(`
        alter table authz.${table} enable row level security, force row level security;
        create policy ${table}_owner on authz.${table} to poolkeeper_owner using (true) with check (true);
        grant select, insert on authz.${table} to poolkeeper_access;`);
    }
    await runner.query(`
      -- Only what has run out is swept away, and a sign-in is used up once.
      create policy provider_sign_in_begins on authz.provider_sign_in for insert to poolkeeper_access with check (finished_at is null);
      create policy provider_sign_in_found on authz.provider_sign_in for select to poolkeeper_access using (true);
      create policy provider_sign_in_taken on authz.provider_sign_in for update to poolkeeper_access
        using (finished_at is null and expires_at > now()) with check (finished_at is not null);
      create policy provider_sign_in_swept on authz.provider_sign_in for delete to poolkeeper_access using (expires_at < now());
      grant update (finished_at), delete on authz.provider_sign_in to poolkeeper_access;

      create policy provider_session_at_the_door on authz.provider_session to poolkeeper_access using (true) with check (true);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from authz.permission where action like 'identity.%';
      drop table authz.provider_session, authz.provider_sign_in, federated_identity_end, federated_identity;
      drop function authz.check_provider_session, authz.end_identity_sessions, authz.check_identity, authz.refuse_identity;`);
  }
}
