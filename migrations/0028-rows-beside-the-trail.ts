import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rowsBesideTheTrail } from './support/rows-beside-the-trail.js';

/** The trail may hold while a row was changed past it: whoever checks it has the rows held against it too. */
export class RowsBesideTheTrail1795305600028 implements MigrationInterface {
  readonly name = 'RowsBesideTheTrail1795305600028';

  async up(runner: QueryRunner): Promise<void> {
    await rowsBesideTheTrail(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function audit.rows_at_fault, audit.id_of');
  }
}
