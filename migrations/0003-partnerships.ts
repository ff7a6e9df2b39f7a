import type { MigrationInterface, QueryRunner } from 'typeorm';
import { belongsToPartnership, keepForEver, provenance } from './support/record.js';

/** Partnerships, who belongs to each, and in which role from when until when. */
export class Partnerships1795305600003 implements MigrationInterface {
  readonly name = 'Partnerships1795305600003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table partnership (
        id slug primary key check (id <> '*'),
        name words not null unique,
        delivery_model text not null check (delivery_model in
          ('hosted', 'council-owned-company', 'voluntary-agency-led', 'no-staff-transfer', 'alliance')),
        about words not null,
        live_on date,
        fully_operational_on date,
        check (fully_operational_on >= live_on),
        ${provenance}
      );

      -- Whom a partnership may name at all: every other table points here, so none can name somebody else's partner.
      create table partnership_authority (
        partnership_id slug not null references partnership,
        authority_id slug not null references authority,
        recorded_at timestamptz not null default now(),
        recorded_by text not null default authz.actor(),
        primary key (partnership_id, authority_id)
      );

      create table participation (
        partnership_id slug not null,
        id uuid not null,
        authority_id slug not null,
        role text not null check (role in ('host', 'partner', 'observer', 'invited', 'withdrawn')),
        starts_on date not null,
        ends_before date check (ends_before > starts_on),
        ${provenance},
        primary key (partnership_id, id),
        foreign key (partnership_id, authority_id) references partnership_authority,
        constraint participation_one_role_at_a_time exclude using gist (
          partnership_id with =, authority_id with =, daterange(starts_on, ends_before) with &&),
        constraint participation_one_host_at_a_time exclude using gist (
          partnership_id with =, daterange(starts_on, ends_before) with &&) where (role = 'host')
      );`);
    await belongsToPartnership(runner, 'partnership', 'id');
    await belongsToPartnership(runner, 'partnership_authority', 'partnership_id');
    await belongsToPartnership(runner, 'participation', 'partnership_id');
    for (const table of ['partnership', 'partnership_authority', 'participation']) await keepForEver(runner, table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table participation, partnership_authority, partnership');
  }
}
