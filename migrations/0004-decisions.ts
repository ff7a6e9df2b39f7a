import type { MigrationInterface, QueryRunner } from 'typeorm';
import { belongsToPartnership, keepForEver, provenance } from './support/record.js';

/** What a council or a board resolved, when, under which reference, and what that approves. */
export class Decisions1795305600004 implements MigrationInterface {
  readonly name = 'Decisions1795305600004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table decision (
        partnership_id slug not null references partnership,
        id uuid not null,
        authority_id slug,
        body words not null,
        reference words not null,
        taken_on date not null,
        outcome text not null check (outcome in
          ('approved', 'endorsed', 'noted', 'change-recommended', 'not-endorsed', 'deferred', 'refused', 'withdrawn')),
        approves text not null check (approves in
          ('joining', 'business-case', 'agreement', 'formula', 'budget', 'direction', 'nothing')),
        title words not null,
        puts_in_force boolean not null generated always as
          (outcome = 'approved' and approves in ('agreement', 'formula', 'budget')) stored,
        ${provenance},
        primary key (partnership_id, id),
        unique (partnership_id, id, puts_in_force),
        foreign key (partnership_id, authority_id) references partnership_authority,
        constraint decision_reference_once unique nulls not distinct (partnership_id, authority_id, body, reference, taken_on)
      );
      comment on column decision.puts_in_force is 'Whether an agreement version may rest on it';
      comment on column decision.reference is 'As that council writes it; text, never parsed';
      comment on column decision.authority_id is 'Whose decision it is; none when a board of the partnership took it';`);
    await belongsToPartnership(runner, 'decision', 'partnership_id');
    await keepForEver(runner, 'decision');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table decision');
  }
}
