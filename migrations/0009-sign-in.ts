import type { MigrationInterface, QueryRunner } from 'typeorm';
import { permit } from './support/permit.js';
import { addedTo, usedUp } from './support/sign-in-tables.js';

/**
 * Accounts of our own, for people whose council has no provider: a name, a password and a phone, the codes that stand in for
 * the phone, the attempts that failed, and the devices that a person has signed in with. The login that serves requests
 * may touch none of it; nothing is ever deleted, and what may change may change once.
 */
export class SignIn1795305600009 implements MigrationInterface {
  readonly name = 'SignIn1795305600009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create domain authz.digest as bytea check (length(value) = 32);

      create table authz.local_account (
        id uuid primary key,
        person_id uuid not null unique references person,
        name text not null unique check (name ~ '^[a-z0-9][a-z0-9._@+-]{1,98}[a-z0-9]$'),
        made_at timestamptz not null default now()
      );
      comment on table authz.local_account is 'The name that a person without a council provider signs in with';

      create table authz.enrolment (
        id uuid primary key,
        account_id uuid not null references authz.local_account,
        code_digest authz.digest not null unique,
        issued_by text not null,
        issuer uuid references person,
        issued_at timestamptz not null default now(),
        expires_at timestamptz not null check (expires_at > issued_at and expires_at <= issued_at + interval '7 days')
      );
      create index enrolment_of_account on authz.enrolment (account_id, issued_at);
      comment on table authz.enrolment is 'A code, kept by its hash, with which a person sets up an account; the latest stands';

      create table authz.enrolment_step (
        id uuid primary key,
        enrolment_id uuid not null references authz.enrolment,
        password text not null check (password like '$scrypt$%'),
        totp_secret text not null check (totp_secret ~ '^[A-Z2-7]{32}$'),
        chosen_at timestamptz not null default now()
      );
      create index enrolment_step_of_enrolment on authz.enrolment_step (enrolment_id, chosen_at);
      comment on table authz.enrolment_step is 'A password chosen and a phone offered, until the phone shows that it has the secret';

      create table authz.credential (
        id uuid primary key,
        account_id uuid not null references authz.local_account,
        enrolment_id uuid not null unique references authz.enrolment,
        password text not null check (password like '$scrypt$%'),
        totp_secret text not null check (totp_secret ~ '^[A-Z2-7]{32}$'),
        last_step bigint not null,
        made_at timestamptz not null default now()
      );
      create index credential_of_account on authz.credential (account_id, made_at);
      comment on table authz.credential is 'What a person signs in with; the latest stands';
      comment on column authz.credential.last_step is 'The last half minute whose code was used: none of it or before it is taken again';

      create table authz.recovery_code (
        credential_id uuid not null references authz.credential,
        code_digest authz.digest not null,
        used_at timestamptz,
        primary key (credential_id, code_digest)
      );

      create table authz.sign_in_attempt (
        id uuid primary key,
        made_at timestamptz not null default clock_timestamp(),
        step text not null check (step in ('password', 'code', 'recovery', 'other')),
        name_digest authz.digest not null,
        address text not null check (length(address) <= 64),
        device_id uuid
      );
      create index sign_in_attempt_by_name on authz.sign_in_attempt (name_digest, made_at);
      create index sign_in_attempt_by_address on authz.sign_in_attempt (address, made_at) where device_id is null;
      create index sign_in_attempt_by_device on authz.sign_in_attempt (device_id, made_at) where device_id is not null;
      comment on table authz.sign_in_attempt is 'Recorded before it is looked at, so that attempts made at once all count; a failure until it is said to be none';

      create table authz.sign_in_success (
        attempt_id uuid primary key references authz.sign_in_attempt,
        known_at timestamptz not null default clock_timestamp()
      );

      create table authz.known_device (
        id uuid primary key,
        credential_id uuid not null references authz.credential,
        secret_digest authz.digest not null unique,
        known_at timestamptz not null default now(),
        expires_at timestamptz not null check (expires_at > known_at)
      );
      comment on table authz.known_device is 'A browser in which a person has signed in: it has attempts of its own';

      create table authz.half_sign_in (
        id uuid primary key,
        secret_digest authz.digest not null unique,
        credential_id uuid not null references authz.credential,
        started_at timestamptz not null default now(),
        expires_at timestamptz not null check (expires_at > started_at),
        finished_at timestamptz
      );
      comment on table authz.half_sign_in is 'A right password that waits for its code';

      create table authz.demonstration_sign_in (
        secret_digest authz.digest primary key,
        person_id uuid not null references person,
        grant_id uuid not null references role_grant,
        made_at timestamptz not null default now()
      );
      comment on table authz.demonstration_sign_in is 'A link that signs in as one person of the demonstration';`);
    await runner.query(`
      -- What is set stays set, and a used step never comes back.
      create function authz.set_once() returns trigger language plpgsql as $$
      declare
        was constant jsonb := to_jsonb(old);
        becomes constant jsonb := to_jsonb(new);
        used constant text := tg_argv[0];
      begin
        if becomes - used = was - used and (was->used = 'null' and becomes->used <> 'null'
          or used = 'last_step' and becomes->used > was->used) then return new; end if;
        raise exception '% is only ever added to, or used up once', tg_table_name using errcode = 'PK001';
      end $$;

      -- A person of the demonstration signs in by a link alone. In a database that is none, there can be no such link.
      create trigger demonstration_sign_in_alone before insert on authz.demonstration_sign_in
        for each row execute function authz.refuse_demonstration();`);
    await issuing(runner);
    await permit(runner, 'administrator everywhere enrolment.issue');
    for (const table of addedTo) await addable(runner, table);
    for (const [table, column] of usedUp) await usedUpOnce(runner, table, column);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table authz.demonstration_sign_in, authz.half_sign_in, authz.known_device, authz.sign_in_success,
        authz.sign_in_attempt, authz.recovery_code, authz.credential, authz.enrolment_step, authz.enrolment, authz.local_account;
      drop function authz.issue_enrolment, authz.set_once;
      drop domain authz.digest;
      delete from authz.permission where action = 'enrolment.issue';`);
  }
}

/** The one way in which the login that serves requests reaches an account: an administrator's, to let somebody set one up. */
async function issuing(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create function authz.issue_enrolment(person uuid, sign_in_name text, digest bytea, out name text, out expires_at timestamptz)
      language plpgsql security definer set search_path = authz, public, pg_temp as $$
    declare
      account uuid;
    begin
      if authz.adds('enrolment.issue') is null then
        raise exception 'only an administrator lets people set up accounts' using errcode = 'PK403';
      end if;
      insert into local_account (id, person_id, name) values (gen_random_uuid(), person, sign_in_name)
        on conflict (person_id) do nothing;
      select a.id, a.name into account, issue_enrolment.name from local_account a where a.person_id = person;
      insert into enrolment (id, account_id, code_digest, issued_by, issuer, expires_at)
        values (gen_random_uuid(), account, digest, authz.actor(), authz.person(), now() + interval '7 days')
        returning enrolment.expires_at into issue_enrolment.expires_at;
    end $$;
    revoke all on function authz.issue_enrolment(uuid, text, bytea) from public;
    grant execute on function authz.issue_enrolment(uuid, text, bytea) to poolkeeper_api;`);
}

/** A table that the login for sign-in may add to and read. */
async function addable(runner: QueryRunner, table: string): Promise<void> {
  await forSignInAlone(runner, table);
  await runner.query(`
    create trigger ${table}_kept before update or delete on authz.${table} for each row execute function refuse_change();
    create trigger ${table}_never_emptied before truncate on authz.${table} execute function refuse_change();`);
}

/** The same, whose rows may be used up, once. */
async function usedUpOnce(runner: QueryRunner, table: string, column: string): Promise<void> {
  await forSignInAlone(runner, table);
  await runner.query(`
    grant update (${column}) on authz.${table} to poolkeeper_access;
    create trigger ${table}_set_once before update on authz.${table} for each row execute function authz.set_once('${column}');
    create trigger ${table}_kept before delete on authz.${table} for each row execute function refuse_change();
    create trigger ${table}_never_emptied before truncate on authz.${table} execute function refuse_change();`);
}

async function forSignInAlone(runner: QueryRunner, table: string): Promise<void> {
  await runner.query(`
    alter table authz.${table} enable row level security, force row level security;
    create policy ${table}_access on authz.${table} to poolkeeper_access using (true) with check (true);
    create policy ${table}_owner on authz.${table} to poolkeeper_owner using (true) with check (true);
    grant select, insert on authz.${table} to poolkeeper_access;`);
}
