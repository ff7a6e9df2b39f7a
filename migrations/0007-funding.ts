import type { MigrationInterface, QueryRunner } from 'typeorm';
import { belongsToPartnership, keepForEver, provenance } from './support/record.js';

/** Money from outside the partners: its amounts, how certain it is from when, what it pays for, and what rests on it. */
export class Funding1795305600007 implements MigrationInterface {
  readonly name = 'Funding1795305600007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table funding_source (
        partnership_id slug not null references partnership,
        id uuid not null,
        name words not null,
        funder words not null,
        route text not null check (route in ('pooled', 'off-formula')),
        pays_for words not null,
        pot text,
        line text check (line is null or pot is not null),
        conditions words,
        starts_on date not null,
        ${provenance},
        primary key (partnership_id, id),
        unique (partnership_id, name),
        check (route = 'off-formula' or pot is not null)
      );
      comment on column funding_source.route is 'Through the pool, or off formula to the authority responsible for the child';
      comment on column funding_source.pot is 'The pot of the funding schedule that it pays towards';

      create table funding_amount (
        partnership_id slug not null,
        id uuid not null,
        source_id uuid not null,
        starts_on date not null,
        ends_before date not null check (ends_before > starts_on),
        amount_pence pence not null check (amount_pence >= 0),
        limit_per_child_pence pence check (limit_per_child_pence > 0),
        announced_on date not null,
        ${provenance},
        primary key (partnership_id, id),
        foreign key (partnership_id, source_id) references funding_source,
        constraint funding_amount_once_a_day unique (partnership_id, source_id, starts_on, announced_on)
      );
      comment on table funding_amount is 'What the source gives for a period, and its limit per child; the latest announced stands';

      create table certainty_change (
        partnership_id slug not null,
        id uuid not null,
        source_id uuid not null,
        certainty text not null check (certainty in ('confirmed', 'announced', 'expected', 'at-risk', 'lost')),
        happened_on date not null,
        confirmed_until date,
        next_decision_by date,
        ${provenance},
        primary key (partnership_id, id),
        foreign key (partnership_id, source_id) references funding_source,
        constraint certainty_change_once_a_day unique (partnership_id, source_id, happened_on),
        constraint certainty_change_confirmed_until_when check (certainty <> 'confirmed' or confirmed_until is not null)
      );
      comment on column certainty_change.confirmed_until is 'The last day for which the money is confirmed';

      create table planned_spend (
        partnership_id slug not null,
        id uuid not null,
        source_id uuid not null,
        authority_id slug,
        starts_on date not null,
        ends_before date not null check (ends_before > starts_on),
        amount_pence pence not null check (amount_pence >= 0),
        planned_on date not null,
        ${provenance},
        primary key (partnership_id, id),
        foreign key (partnership_id, source_id) references funding_source,
        foreign key (partnership_id, authority_id) references partnership_authority,
        constraint planned_spend_once_a_day unique nulls not distinct (partnership_id, source_id, authority_id, starts_on, planned_on)
      );
      comment on table planned_spend is 'What is to be spent from a source in a period: by one authority off formula, or by the pool';

      create table package_return (
        partnership_id slug not null,
        id uuid not null,
        source_id uuid not null,
        authority_id slug not null,
        counted_on date not null,
        children integer not null check (children between 0 and 100000),
        cost_each_pence pence not null check (cost_each_pence >= 0),
        ${provenance},
        primary key (partnership_id, id),
        foreign key (partnership_id, source_id) references funding_source,
        foreign key (partnership_id, authority_id) references partnership_authority,
        constraint package_return_once_a_day unique (partnership_id, source_id, authority_id, counted_on, cost_each_pence)
      );
      comment on table package_return is 'How many live packages an authority has at each cost; numbers only, never children';`);
    for (const table of ['funding_source', 'funding_amount', 'certainty_change', 'planned_spend', 'package_return']) {
      await belongsToPartnership(runner, table, 'partnership_id');
      await keepForEver(runner, table);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table package_return, planned_spend, certainty_change, funding_amount, funding_source');
  }
}
