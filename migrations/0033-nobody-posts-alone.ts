import type { MigrationInterface, QueryRunner } from 'typeorm';
import { permit } from './support/permit.js';

/**
 * No money is posted by its maker alone: contributions and receipts come from what somebody else approved, which the owner's
 * functions record. What loads public record alone records them directly, whatever the table of permissions says.
 */
export class NobodyPostsAlone1795305600033 implements MigrationInterface {
  readonly name = 'NobodyPostsAlone1795305600033';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `delete from authz.permission where action in ('contribution.add', 'receipt.add') and role <> 'demonstration'`,
    );
    for (const table of ['contribution', 'receipt']) {
      await runner.query(`create policy ${table}_by_loading on ${table} as restrictive for insert to poolkeeper_api
        with check ((select authz.capacity()) = 'demonstration')`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy contribution_by_loading on contribution;
      drop policy receipt_by_loading on receipt`);
    await permit(
      runner,
      `finance-officer own contribution.add
       finance-lead own contribution.add
       finance-lead partnership receipt.add`,
    );
  }
}
