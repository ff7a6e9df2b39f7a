import type { MigrationInterface, QueryRunner } from 'typeorm';
import { audited } from './support/audited.js';
import { guard } from './support/guard.js';
import { yearRules, yearTables } from './support/ledger-years.js';
import { keepForEver, provenance } from './support/record.js';

/**
 * A year is closed once its months are, and its true-up and its variance are settled or said to be nil, at the outturn that
 * the ledger has. What it closes with is frozen, and is what the next year opens with: nothing is posted for it.
 */
export class LedgerYears1795305600040 implements MigrationInterface {
  readonly name = 'LedgerYears1795305600040';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table ledger_year_closing (
        partnership_id slug not null references partnership,
        id uuid not null,
        financial_year text not null check (financial_year ~ '^[0-9]{4}-[0-9]{2}$'),
        number integer not null check (number > 0),
        follows_id uuid,
        closing_id uuid,
        why words not null,
        frozen text not null,
        digest text not null check (digest ~ '^sha256:[0-9a-f]{64}$'),
        ${provenance},
        primary key (partnership_id, id),
        constraint ledger_year_closing_number_once unique (partnership_id, financial_year, number),
        constraint ledger_year_closing_follows_the_one_before foreign key (partnership_id, follows_id) references ledger_year_closing,
        constraint ledger_year_closing_of_its_last_month foreign key (partnership_id, closing_id) references ledger_closing
      );
      comment on column ledger_year_closing.closing_id is 'The closing of its last month that it rests on: the year is closed while that stands';`);
    for (const guarded of yearTables) {
      const { table } = guarded;
      await keepForEver(runner, table);
      await guard(runner, guarded);
      await runner.query(`
        create policy ${table}_now on ${table} as restrictive for insert to poolkeeper_api with check (recorded_at = now());
        create policy ${table}_owner_reads on ${table} for select to poolkeeper_owner using (true);`);
      await audited(runner, table, { partnership: 'partnership_id', without: ['frozen'] });
    }
    await yearRules(runner);
    await runner.query('revoke all on all functions in schema ledger from public');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger ledger_settlement_while_open on ledger_settlement;
      drop table ledger_year_closing;
      drop function ledger.settle_while_open, ledger.close_year, ledger.settled_otherwise, ledger.unsettled, ledger.freeze_year,
        ledger.year_after, ledger.budgeted_for, ledger.spent_in, ledger.year_closed, ledger.standing_closing, ledger.last_month;`);
  }
}
