import type { MigrationInterface, QueryRunner } from 'typeorm';
import { audited } from './support/audited.js';
import { commitmentRules, commitmentTables } from './support/commitment-rules.js';
import { guard } from './support/guard.js';
import { ledgerReaders } from './support/ledger-tables.js';
import { permit } from './support/permit.js';
import { keepForEver, provenance } from './support/record.js';

/**
 * Commitments: orders placed against budget lines, which become actual by spending that names them or are let go with a
 * reason. And spending past a budget line warns or stops, as the agreement version in force says.
 */
export class Commitments1795305600038 implements MigrationInterface {
  readonly name = 'Commitments1795305600038';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table commitment (
        partnership_id slug not null references partnership,
        id uuid not null,
        fund slug not null,
        line slug not null,
        amount_pence pence not null check (amount_pence > 0),
        supplier words not null,
        reference words not null,
        what words not null,
        ordered_on date not null,
        expected_in date not null constraint commitment_expected_in_a_month check (extract(day from expected_in) = 1),
        financial_year text not null generated always as (financial_year(expected_in)) stored,
        ${provenance},
        primary key (partnership_id, id),
        constraint commitment_order_once unique (partnership_id, fund, financial_year, line, supplier, reference)
      );
      comment on column commitment.expected_in is 'The month in which it is expected to be paid: its year is the one whose budget it is held against';

      create table commitment_release (
        partnership_id slug not null,
        id uuid not null,
        commitment_id uuid not null,
        amount_pence pence not null check (amount_pence > 0),
        released_on date not null,
        reason words not null,
        ${provenance},
        primary key (partnership_id, id),
        constraint commitment_release_of_an_order foreign key (partnership_id, commitment_id) references commitment
      );
      create index commitment_release_of on commitment_release (partnership_id, commitment_id);
      create index ledger_entry_pays_an_order on ledger_entry (partnership_id, pays_id) where kind = 'spending' and pays_id is not null;
      create policy agreement_version_owner_reads on agreement_version for select to poolkeeper_owner using (true);`);
    for (const guarded of commitmentTables) {
      const { table } = guarded;
      await keepForEver(runner, table);
      await guard(runner, guarded);
      await runner.query(`
        create policy ${table}_now on ${table} as restrictive for insert to poolkeeper_api with check (recorded_at = now());
        create policy ${table}_owner_reads on ${table} for select to poolkeeper_owner using (true);`);
      await audited(runner, table, { partnership: 'partnership_id' });
    }
    await commitmentRules(runner);
    await runner.query(`
      revoke all on all functions in schema ledger from public;
      grant execute on function ledger.orders(text, text, text, date, timestamptz), ledger.past_a_line(text, date),
        ledger.line_standing(text, text, text, text, date), ledger.foreseen(jsonb) to poolkeeper_api;`);
    await permit(
      runner,
      `${ledgerReaders.map((role) => `${role} partnership ledger-variance.read`).join('\n')}
       finance-lead partnership ledger-commitment.add
       demonstration everywhere ledger-variance.read ledger-commitment.add`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from authz.permission where action in ('ledger-variance.read', 'ledger-commitment.add');
      drop policy agreement_version_owner_reads on agreement_version;
      drop index ledger_entry_pays_an_order;
      drop trigger ledger_entry_within_its_line on ledger_entry;
      drop table commitment_release, commitment;
      drop function ledger.check_release, ledger.check_commitment, ledger.check_spending, ledger.stop_past_line, ledger.await_line,
        ledger.pounds, ledger.foreseen, ledger.line_standing, ledger.past_a_line, ledger.orders;`);
  }
}
