import type { MigrationInterface, QueryRunner } from 'typeorm';
import { audited } from './support/audited.js';
import { guard } from './support/guard.js';
import { importTables } from './support/import-tables.js';
import { permit } from './support/permit.js';
import { keepForEver, provenance } from './support/record.js';

/**
 * Files that people send: what was read from them, part by part, with every fault; and that all of it was added, once. What
 * is added is what was shown: the parts are held by their digest.
 */
export class Imports1795305600030 implements MigrationInterface {
  readonly name = 'Imports1795305600030';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table import (
        partnership_id slug not null references partnership,
        id uuid not null,
        kind text not null check (kind in ('contributions', 'receipts', 'provisions')),
        file_name words not null check (length(file_name) <= 200),
        file_digest text not null check (file_digest ~ '^sha256:[0-9a-f]{64}$'),
        file_bytes integer not null check (file_bytes >= 0),
        ${provenance},
        primary key (partnership_id, id),
        unique (partnership_id, id, kind, file_digest)
      );
      create index import_recorded on import (partnership_id, recorded_at, id);

      create table import_part (
        partnership_id slug not null,
        import_id uuid not null,
        number integer not null check (number >= 1),
        many integer not null check (many >= 1),
        rows text not null,
        ${provenance},
        primary key (partnership_id, import_id, number),
        foreign key (partnership_id, import_id) references import
      );
      comment on column import_part.rows is 'Rows as they will be added, a JSON list; exactly what the digest of the reading is of';

      create table import_reading (
        partnership_id slug not null,
        id uuid not null,
        sheet text not null,
        many integer not null check (many >= 0),
        total_pence numeric(24) not null,
        set_aside text[] not null,
        faults jsonb not null,
        fault_count integer not null check (fault_count >= 0),
        sound boolean not null generated always as (fault_count = 0 and many > 0) stored,
        parts integer not null,
        digest text not null check (digest ~ '^sha256:[0-9a-f]{64}$'),
        ${provenance},
        constraint import_reading_once primary key (partnership_id, id),
        unique (partnership_id, id, sound),
        foreign key (partnership_id, id) references import
      );
      comment on column import_reading.id is 'That of the import which has been read to its end';

      create table import_confirmation (
        partnership_id slug not null,
        id uuid not null,
        kind text not null,
        file_digest text not null,
        sound boolean not null default true check (sound),
        ${provenance},
        constraint import_confirmation_once primary key (partnership_id, id),
        constraint import_confirmation_once_a_file unique (partnership_id, kind, file_digest),
        constraint import_confirmation_of_its_file foreign key (partnership_id, id, kind, file_digest)
          references import (partnership_id, id, kind, file_digest),
        constraint import_confirmation_without_faults foreign key (partnership_id, id, sound)
          references import_reading (partnership_id, id, sound)
      );
      comment on column import_confirmation.id is 'That of the import all of whose rows were added in the same transaction';`);
    for (const table of importTables) {
      await guard(runner, table);
      await keepForEver(runner, table.table);
      await runner.query(
        `create policy ${table.table}_now on ${table.table} as restrictive for insert to poolkeeper_api with check (recorded_at = now())`,
      );
      await audited(runner, table.table, { partnership: 'partnership_id', without: ['rows', 'faults'] });
    }
    await permit(
      runner,
      `finance-officer partnership import.read
       finance-lead partnership import.read
       lead-officer partnership import.read
       auditor partnership import.read
       finance-officer own import.add
       finance-lead own import.add
       demonstration everywhere import.read import.add`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table import_confirmation, import_reading, import_part, import;
      delete from authz.permission where action like 'import.%';`);
  }
}
