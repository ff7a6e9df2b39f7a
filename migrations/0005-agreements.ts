import type { MigrationInterface, QueryRunner } from 'typeorm';
import { belongsToPartnership, keepForEver, provenance } from './support/record.js';

/**
 * Agreements and their versions. A version is never edited: a later one supersedes it for the days they share, and
 * \`version_in_force\`, which only the trigger writes, holds for every day at most one version.
 */
export class Agreements1795305600005 implements MigrationInterface {
  readonly name = 'Agreements1795305600005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table agreement (
        partnership_id slug not null references partnership,
        id uuid not null,
        title words not null,
        starts_on date not null,
        ends_before date check (ends_before > starts_on),
        ${provenance},
        primary key (partnership_id, id),
        unique (partnership_id, title)
      );

      create table agreement_version (
        partnership_id slug not null,
        id uuid not null,
        agreement_id uuid not null,
        number integer not null check (number > 0),
        starts_on date not null,
        ends_before date check (ends_before > starts_on),
        supersedes uuid[] not null default '{}',
        decision_id uuid not null,
        decision_puts_in_force boolean not null generated always as (true) stored,
        clause words,
        schedule jsonb not null check (jsonb_typeof(schedule) = 'object'),
        schedule_digest text not null check (schedule_digest ~ '^sha256:[0-9a-f]{64}$'),
        thresholds jsonb not null default '{}' check (jsonb_typeof(thresholds) = 'object'),
        ${provenance},
        primary key (partnership_id, id),
        foreign key (partnership_id, agreement_id) references agreement,
        constraint agreement_version_needs_its_decision
          foreign key (partnership_id, decision_id, decision_puts_in_force)
          references decision (partnership_id, id, puts_in_force),
        constraint agreement_version_number_once unique (partnership_id, agreement_id, number)
      );

      create table version_in_force (
        partnership_id slug not null,
        version_id uuid not null,
        in_force daterange not null check (not isempty(in_force)),
        foreign key (partnership_id, version_id) references agreement_version,
        constraint version_in_force_one_at_a_time exclude using gist (partnership_id with =, in_force with &&)
      );
      create index version_in_force_version on version_in_force (partnership_id, version_id);`);
    await runner.query(`
      create function put_version_in_force() returns trigger language plpgsql security definer
        set search_path = public, pg_temp as $$
      declare
        days constant daterange := daterange(new.starts_on, new.ends_before);
      begin
        if exists (select from unnest(new.supersedes) as named(id) where not exists (
            select from agreement_version v where v.partnership_id = new.partnership_id and v.id = named.id)) then
          raise exception 'a superseded version is not there' using errcode = '23503',
            constraint = 'agreement_version_supersedes_its_own';
        end if;
        if not exists (select from agreement a where a.partnership_id = new.partnership_id and a.id = new.agreement_id
            and daterange(a.starts_on, a.ends_before) @> days) then
          raise exception 'a version has days that its agreement has not' using errcode = '23514',
            constraint = 'agreement_version_within_its_agreement';
        end if;
        with cut as (
          delete from version_in_force f
          where f.partnership_id = new.partnership_id and f.version_id = any (new.supersedes) and f.in_force && days
          returning f.*)
        insert into version_in_force
          select cut.partnership_id, cut.version_id, left_over.days
          from cut, unnest(datemultirange(cut.in_force) - datemultirange(days)) as left_over(days);
        insert into version_in_force values (new.partnership_id, new.id, days);
        return null;
      end $$;
      create trigger agreement_version_in_force after insert on agreement_version
        for each row execute function put_version_in_force();`);
    for (const table of ['agreement', 'agreement_version']) {
      await belongsToPartnership(runner, table, 'partnership_id');
      await keepForEver(runner, table);
    }
    await runner.query(`
      alter table version_in_force enable row level security, force row level security;
      create policy version_in_force_read on version_in_force for select
        using ((select authz.partnership()) in (partnership_id, '*'));
      create policy version_in_force_kept_by_trigger on version_in_force to poolkeeper_owner
        using ((select authz.partnership()) = partnership_id) with check ((select authz.partnership()) = partnership_id);
      grant select on version_in_force to poolkeeper_api;
      create trigger version_in_force_never_emptied before truncate on version_in_force execute function refuse_change();`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table version_in_force, agreement_version, agreement;
      drop function put_version_in_force;`);
  }
}
