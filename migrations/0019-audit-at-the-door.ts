import type { MigrationInterface, QueryRunner } from 'typeorm';
import { auditAtTheDoor, noAuditAtTheDoor } from './support/audit-at-the-door.js';
import { auditTables } from './support/audit-tables.js';
import { permit } from './support/permit.js';

/**
 * What happens at the door is in the audit trail: sign-in, its refusal, capacities chosen, sessions, accounts, tokens. It
 * belongs to no partnership, so it stands in the chain of all, which administrators read; and of that chain nothing else.
 */
export class AuditAtTheDoor1795305600019 implements MigrationInterface {
  readonly name = 'AuditAtTheDoor1795305600019';

  async up(runner: QueryRunner): Promise<void> {
    await auditAtTheDoor(runner);
    for (const { table } of auditTables) {
      await runner.query(`
        create policy ${table}_shared on ${table} for select
          using (chain = '*' and (select authz.reads('shared-audit.read')) = '*')`);
    }
    await permit(
      runner,
      `administrator everywhere shared-audit.read shared-audit.export shared-audit.erase
       demonstration everywhere shared-audit.read shared-audit.export shared-audit.erase`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from authz.permission where action like 'shared-audit.%'`);
    for (const { table } of auditTables) await runner.query(`drop policy ${table}_shared on ${table}`);
    await noAuditAtTheDoor(runner);
  }
}
