import type { MigrationInterface, QueryRunner } from 'typeorm';
import { audited } from './support/audited.js';
import { guard } from './support/guard.js';
import { permit } from './support/permit.js';
import { publicationTables } from './support/publication-tables.js';
import { keepForEver, provenance } from './support/record.js';

/**
 * What a partnership has published: share statements as they stood, with a digest of every byte. The public's own login may
 * read these and nothing else. What was published in error is withdrawn by a later row, never taken away.
 */
export class Publications1795305600013 implements MigrationInterface {
  readonly name = 'Publications1795305600013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table publication (
        partnership_id slug not null references partnership,
        id uuid not null,
        partnership_name words not null,
        title words not null,
        financial_year text not null check (financial_year ~ '^[0-9]{4}-[0-9]{2}$'),
        as_at date not null,
        document text not null check (document <> ''),
        digest text not null generated always as ('sha256:' || encode(sha256(document::bytea), 'hex')) stored,
        published_on date not null default authz.today(),
        ${provenance},
        primary key (partnership_id, id)
      );
      create index publication_id on publication (id);
      comment on column publication.document is 'The exact text that was published; the digest is of its bytes';

      create table withdrawal (
        partnership_id slug not null,
        id uuid not null,
        publication_id uuid not null,
        withdrawn_on date not null default authz.today(),
        ${provenance},
        primary key (partnership_id, id),
        constraint withdrawal_once unique (partnership_id, publication_id),
        foreign key (partnership_id, publication_id) references publication
      );`);
    for (const table of publicationTables) {
      await guard(runner, table);
      await keepForEver(runner, table.table);
      await runner.query(
        `create policy ${table.table}_now on ${table.table} as restrictive for insert to poolkeeper_api with check (recorded_at = now())`,
      );
      await audited(runner, table.table, { partnership: 'partnership_id', without: ['document'] });
    }
    await runner.query(`
      create policy publication_public on publication for select to poolkeeper_public using (true);
      create policy withdrawal_public on withdrawal for select to poolkeeper_public using (true);
      grant select on publication to poolkeeper_public;
      grant select (partnership_id, publication_id) on withdrawal to poolkeeper_public;`);
    const readers = 'publication.read withdrawal.read';
    const partners = [
      'finance-officer',
      'finance-lead',
      'lead-officer',
      'board-member',
      'chair',
      'committee-clerk',
      'auditor',
    ];
    await permit(
      runner,
      `${[...partners, 'observer'].map((role) => `${role} partnership ${readers}`).join('\n')}
       demonstration everywhere ${readers} publication.add withdrawal.add
       lead-officer partnership publication.add withdrawal.add
       committee-clerk partnership publication.add withdrawal.add`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table withdrawal, publication;
      delete from authz.permission where action like 'publication.%' or action like 'withdrawal.%';`);
  }
}
