import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever reads a ledger may have the database work it out anew. The owner's function looks at all that it rests on, so
 * that nothing passes as sound because whoever asks may not see it; it answers about the partnership that they may read.
 */
export class LedgerCheck1795305600041 implements MigrationInterface {
  readonly name = 'LedgerCheck1795305600041';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create policy contribution_checked_by_owner on contribution for select to poolkeeper_owner using (true);
      create policy receipt_checked_by_owner on receipt for select to poolkeeper_owner using (true);
      create function ledger.faults_told(of_partnership text) returns table (fault text, about text) stable security definer
        language sql set search_path = public, pg_temp as $$
        select f.fault, f.about from ledger.faults(of_partnership) f
        where (select authz.reads('ledger.read')) = any (array[of_partnership, '*']) $$;
      revoke all on function ledger.faults_told(text) from public;
      grant execute on function ledger.faults_told(text) to poolkeeper_api;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function ledger.faults_told;
      drop policy contribution_checked_by_owner on contribution;
      drop policy receipt_checked_by_owner on receipt;`);
  }
}
