import type { MigrationInterface, QueryRunner } from 'typeorm';

const whoDid = { federated_identity: 'linked_by', federated_identity_end: 'ended_by' } as const;

/** An identity is linked, and ended, by whoever acts: not by whom a row says, which whoever can run SQL could make up. */
export class LinkedByWhom1795305600018 implements MigrationInterface {
  readonly name = 'LinkedByWhom1795305600018';

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, column] of Object.entries(whoDid)) {
      await runner.query(`
        create policy ${table}_by_whom on ${table} as restrictive for insert to poolkeeper_api
          with check (${column} is not distinct from (select authz.person()))`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of Object.keys(whoDid)) await runner.query(`drop policy ${table}_by_whom on ${table}`);
  }
}
