import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addByColumns, addByJson } from './support/import-by-columns.js';

/**
 * An approved import is posted from the columns of its rows: spending no longer by way of JSON, who approved it worked out
 * once, and whether a budget line is passed asked once for each line and day. The same is held, and no digest changes.
 */
export class ImportsByColumns1795305600045 implements MigrationInterface {
  readonly name = 'ImportsByColumns1795305600045';

  async up(runner: QueryRunner): Promise<void> {
    await addByColumns(runner);
    await runner.query('revoke all on function ledger.spending_said, ledger.post_spending from public');
  }

  async down(runner: QueryRunner): Promise<void> {
    await addByJson(runner);
  }
}
