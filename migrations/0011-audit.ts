import type { MigrationInterface, QueryRunner } from 'typeorm';
import { chainFunctions } from './support/audit-chain.js';
import { auditChecks } from './support/audit-checks.js';
import { auditVerbs } from './support/audit-verbs.js';
import { audited, auditTrigger } from './support/audited.js';
import { auditKeys, auditPermissions, auditTables } from './support/audit-tables.js';
import { guard } from './support/guard.js';
import { permit } from './support/permit.js';
import { keepForEver, provenance } from './support/record.js';

const ofPartnership = [
  ...['partnership_authority', 'participation', 'decision', 'agreement', 'agreement_version'],
  ...['contribution', 'receipt', 'provision'],
  ...['funding_source', 'funding_amount', 'certainty_change', 'planned_spend', 'package_return'],
  ...['role_grant', 'role_grant_approval', 'role_grant_end'],
];

/**
 * The audit trail: a chain of entries for each partnership, and one for what all share. Triggers and functions of the owner
 * are all that can write it; nothing takes an entry away.
 */
export class Audit1795305600011 implements MigrationInterface {
  readonly name = 'Audit1795305600011';

  async up(runner: QueryRunner): Promise<void> {
    await chainFunctions(runner);
    await runner.query(`
      create table audit_head (
        chain text primary key check (chain = '*' or chain::slug is not null),
        size bigint not null default 0,
        leaf bytea not null default '',
        hash bytea not null generated always as (sha256(leaf)) stored
      );
      comment on table audit_head is 'The end of each chain; its lock puts whoever adds to the chain in their order';

      create table audit_entry (
        chain text not null,
        position bigint not null check (position > 0),
        leaf bytea not null,
        hash bytea not null check (hash = sha256(leaf)),
        at timestamptz not null,
        person uuid,
        office text,
        capacity text,
        authority text,
        action text,
        event text not null check (event in ('added', 'changed', 'removed', 'read', 'refused', 'erased')),
        subject text not null,
        subject_id text,
        request text,
        primary key (chain, position)
      );
      create index audit_entry_subject on audit_entry (chain, subject_id, position) where subject_id is not null;
      comment on column audit_entry.leaf is 'The exact bytes that were hashed; the columns after it say the same';

      create table audit_detail (
        chain text not null,
        position bigint not null,
        salt bytea check (octet_length(salt) = 32),
        detail text,
        erased_by bigint check (erased_by > position),
        primary key (chain, position),
        foreign key (chain, erased_by) references audit_entry,
        constraint audit_detail_there_or_erased check
          ((erased_by is null) = (detail is not null) and (detail is null) = (salt is null))
      );
      comment on table audit_detail is 'What an entry says in full, beside it, so that it can be erased while the chain still verifies';

      create table audit_checkpoint (
        chain text not null,
        size bigint not null,
        hash bytea not null,
        note text not null,
        key_id text not null check (key_id ~ '^[0-9a-f]{32}$'),
        signature bytea not null check (octet_length(signature) = 64),
        signed_at timestamptz not null default now(),
        primary key (chain, size),
        foreign key (chain, size) references audit_entry
      );

      create table audit_key (
        partnership_id slug not null,
        id uuid not null,
        authority_id slug not null,
        key_id text not null check (key_id ~ '^[0-9a-f]{32}$'),
        pem words not null,
        ${provenance},
        primary key (partnership_id, id),
        constraint audit_key_once unique (partnership_id, authority_id, key_id),
        foreign key (partnership_id, authority_id) references partnership_authority
      );
      comment on table audit_key is 'The public keys with which partners sign checkpoints';

      create table audit_cosignature (
        chain slug not null,
        size bigint not null,
        authority_id slug not null,
        key_id text not null,
        signature bytea not null check (octet_length(signature) = 64),
        recorded_at timestamptz not null default now(),
        recorded_by text not null default authz.actor(),
        primary key (chain, size, authority_id),
        foreign key (chain, size) references audit_checkpoint,
        constraint audit_cosignature_by_its_own_key
          foreign key (chain, authority_id, key_id) references audit_key (partnership_id, authority_id, key_id)
      );`);
    await this.secure(runner);
    await permit(runner, auditPermissions);
    await auditTrigger(runner);
    await auditVerbs(runner);
    await auditChecks(runner);
    for (const table of ['authority', 'person']) await audited(runner, table, { partnership: null });
    await audited(runner, 'partnership', { partnership: 'id' });
    for (const table of ofPartnership) await audited(runner, table, { partnership: 'partnership_id' });
    await audited(runner, 'version_in_force', { partnership: 'partnership_id', changes: ['insert', 'delete'] });
    await audited(runner, 'audit_key', { partnership: 'partnership_id' });
  }

  /** The owner's functions write; whoever may read the trail reads it; nobody edits it, but for a detail's erasure. */
  private async secure(runner: QueryRunner): Promise<void> {
    for (const { table, read, changes } of auditTables) {
      await runner.query(`
        alter table ${table} enable row level security, force row level security;
        create policy ${table}_read on ${table} for select using ((select authz.reads('${read}')) = any (array[chain::text, '*']));
        create policy ${table}_owner_reads on ${table} for select to poolkeeper_owner using (true);
        create policy ${table}_owner_adds on ${table} for insert to poolkeeper_owner with check (true);
        grant select on ${table} to poolkeeper_api;
        create trigger ${table}_never_emptied before truncate on ${table} execute function refuse_change();`);
      if (changes)
        await runner.query(
          `create policy ${table}_owner_changes on ${table} for update to poolkeeper_owner using (true) with check (true)`,
        );
      else
        await runner.query(
          `create trigger ${table}_kept before update or delete on ${table} for each row execute function refuse_change()`,
        );
    }
    await runner.query(`
      create function audit.refuse_but_erasure() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' and old.erased_by is null and new.erased_by is not null
          and (new.chain, new.position) = (old.chain, old.position) then
          return new;
        end if;
        raise exception 'a detail is only ever added or erased: % is refused', lower(tg_op) using errcode = 'PK001';
      end $$;
      create trigger audit_detail_kept before update or delete on audit_detail
        for each row execute function audit.refuse_but_erasure();

      create function audit.refuse_but_growth() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' and new.chain = old.chain and new.size = old.size + 1 then
          return new;
        end if;
        raise exception 'a head only ever grows by one: % is refused', lower(tg_op) using errcode = 'PK001';
      end $$;
      create trigger audit_head_kept before update or delete on audit_head
        for each row execute function audit.refuse_but_growth();`);
    await guard(runner, auditKeys);
    await keepForEver(runner, 'audit_key');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['authority', 'person', 'partnership', ...ofPartnership, 'version_in_force'])
      await runner.query(`drop trigger ${table}_audited_insert on ${table}`);
    await runner.query(`
      drop trigger version_in_force_audited_delete on version_in_force;
      drop table audit_cosignature, audit_key, audit_checkpoint, audit_detail, audit_entry, audit_head cascade;
      drop schema audit cascade;
      delete from authz.permission where action like 'audit%';`);
  }
}
