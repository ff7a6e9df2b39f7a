import type { MigrationInterface, QueryRunner } from 'typeorm';
import { belongsToPartnership, keepForEver, provenance } from './support/record.js';

/** What each partner owes, what it has paid, and what its own budget provides. */
export class Contributions1795305600006 implements MigrationInterface {
  readonly name = 'Contributions1795305600006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table contribution (
        partnership_id slug not null,
        id uuid not null,
        authority_id slug not null,
        due_on date not null,
        financial_year text not null generated always as (financial_year(due_on)) stored,
        amount_pence pence not null check (amount_pence > 0),
        what words not null,
        ${provenance},
        primary key (partnership_id, id),
        unique (partnership_id, authority_id, id),
        foreign key (partnership_id, authority_id) references partnership_authority
      );
      create index contribution_year on contribution (partnership_id, financial_year, authority_id)
        include (due_on, amount_pence, illustrative);

      create table receipt (
        partnership_id slug not null,
        id uuid not null,
        authority_id slug not null,
        contribution_id uuid not null,
        received_on date not null,
        amount_pence pence not null check (amount_pence > 0),
        reference words not null,
        ${provenance},
        primary key (partnership_id, id),
        constraint receipt_pays_its_own_contribution
          foreign key (partnership_id, authority_id, contribution_id) references contribution (partnership_id, authority_id, id)
      );
      create index receipt_contribution on receipt (partnership_id, contribution_id)
        include (received_on, amount_pence, illustrative);

      create table provision (
        partnership_id slug not null,
        id uuid not null,
        authority_id slug not null,
        financial_year text not null check (financial_year ~ '^[0-9]{4}-[0-9]{2}$'),
        amount_pence pence not null check (amount_pence >= 0),
        decided_on date not null,
        ${provenance},
        primary key (partnership_id, id),
        foreign key (partnership_id, authority_id) references partnership_authority,
        constraint provision_once_a_day unique (partnership_id, authority_id, financial_year, decided_on)
      );
      comment on table provision is 'What a partner''s own budget sets aside for its bill; the latest decided stands';`);
    for (const table of ['contribution', 'receipt', 'provision']) {
      await belongsToPartnership(runner, table, 'partnership_id');
      await keepForEver(runner, table);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table provision, receipt, contribution');
  }
}
