import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was answered to a request that creates something, kept by the key that its sender gave it, in the transaction that
 * created it: the same request again gets the same answer and creates nothing. A key never expires.
 */
export class Idempotency1795305600012 implements MigrationInterface {
  readonly name = 'Idempotency1795305600012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Whose keys they are: a capacity's, whichever session it acts through; a service's own.
      create function authz.holder() returns uuid stable language sql security definer
        set search_path = authz, pg_temp
        return (with given as (select string_to_array(authz.fields(), chr(31)) as f)
          select coalesce(nullif(f[5], ''), nullif(f[6], ''))::uuid from given);
      revoke all on function authz.holder() from public;
      grant execute on function authz.holder() to poolkeeper_api;

      create table idempotency (
        holder uuid not null default authz.holder(),
        action text not null,
        key text not null check (length(key) between 1 and 200),
        fingerprint text not null check (fingerprint ~ '^sha256:[0-9a-f]{64}$'),
        claimed_at timestamptz not null default now(),
        answer text,
        location text,
        constraint idempotency_pkey primary key (holder, action, key),
        check ((answer is null) = (location is null))
      );
      comment on column idempotency.answer is 'Set once, before the transaction ends; none is ever seen without';

      alter table idempotency enable row level security, force row level security;
      create policy idempotency_read on idempotency for select using (holder = (select authz.holder()));
      create policy idempotency_claim on idempotency for insert with check (holder = (select authz.holder()) and answer is null);
      create policy idempotency_answer on idempotency for update using (holder = (select authz.holder()) and answer is null)
        with check (holder = (select authz.holder()) and answer is not null);
      grant select, insert on idempotency to poolkeeper_api;
      grant update (answer, location) on idempotency to poolkeeper_api;

      create trigger idempotency_kept before delete on idempotency for each row execute function refuse_change();
      create trigger idempotency_answered_once before update on idempotency for each row
        when (old.answer is not null) execute function refuse_change();
      create trigger idempotency_never_emptied before truncate on idempotency execute function refuse_change();`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table idempotency; drop function authz.holder');
  }
}
