import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever reads what is due and received sees what of it was reversed, whether or not they read the rest of the ledger: so
 * that no share statement and no flag rests on a bill that no longer stands.
 */
export class ReversedRecords1795305600023 implements MigrationInterface {
  readonly name = 'ReversedRecords1795305600023';

  async up(runner: QueryRunner): Promise<void> {
    for (const record of ['contribution', 'receipt']) {
      await runner.query(`
        create policy ledger_entry_reversals_of_${record}s on ledger_entry for select using (
          reversal_of is not null and (select authz.reads('${record}.read')) = any (array[partnership_id::text, '*']))`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy ledger_entry_reversals_of_contributions on ledger_entry;
      drop policy ledger_entry_reversals_of_receipts on ledger_entry`);
  }
}
