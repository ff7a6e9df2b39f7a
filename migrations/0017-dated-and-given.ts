import type { MigrationInterface, QueryRunner } from 'typeorm';
import { auditKeys } from './support/audit-tables.js';
import { peopleTables } from './support/people-tables.js';
import { tenantTables } from './support/tenant-tables.js';

const recorded = [...tenantTables, ...peopleTables, auditKeys].filter(({ add }) => add !== undefined);

/**
 * What a row says of its own making is what the database knows: recorded now, and a grant given by whoever acts. Until here
 * these were defaults, which whoever can run SQL as the api login could overrule: back-date what was known when, or say that
 * another council had given an auditor's grant and then approve it alone.
 */
export class DatedAndGiven1795305600017 implements MigrationInterface {
  readonly name = 'DatedAndGiven1795305600017';

  async up(runner: QueryRunner): Promise<void> {
    for (const { table } of recorded) {
      await runner.query(
        `create policy ${table}_now on ${table} as restrictive for insert to poolkeeper_api with check (recorded_at = now())`,
      );
    }
    await runner.query(`
      create policy role_grant_by_its_giver on role_grant as restrictive for insert to poolkeeper_api with check (
        given_for is not distinct from (select authz.authority()) and given_by is not distinct from (select authz.person()))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { table } of recorded) await runner.query(`drop policy ${table}_now on ${table}`);
    await runner.query('drop policy role_grant_by_its_giver on role_grant');
  }
}
