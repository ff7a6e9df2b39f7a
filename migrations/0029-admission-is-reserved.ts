import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Admission, exit and who hosts are reserved to the councils together: a lead officer invites and admits observers, and
 * nothing more. That a council is a partner or the host, or has withdrawn, is recorded by who belongs to none of them.
 */
export class AdmissionIsReserved1795305600029 implements MigrationInterface {
  readonly name = 'AdmissionIsReserved1795305600029';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create policy participation_reserved on participation as restrictive for insert to poolkeeper_api
        with check ((select authz.capacity()) <> 'lead-officer' or role in ('invited', 'observer'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop policy participation_reserved on participation');
  }
}
