import type { MigrationInterface, QueryRunner } from 'typeorm';
import { noteAtOnce, noteRowByRow } from './support/audited-at-once.js';
import { checkAnew, checkAsBefore } from './support/ledger-checks.js';
import { holdAtOnce, holdRowByRow } from './support/ledger-held-at-once.js';
import { postInOneStatement, postInTwo } from './support/ledger-one-statement.js';
import { totalsByRecord, totalsOfNowAlone } from './support/ledger-totals.js';

/**
 * Posting a hundred thousand rows costs what their rows and the trail cost: what was checked, worked out and looked up for
 * each row is so once for each statement. The same is held as before, and no digest changes.
 */
export class PostedAtOnce1795305600032 implements MigrationInterface {
  readonly name = 'PostedAtOnce1795305600032';

  async up(runner: QueryRunner): Promise<void> {
    await noteAtOnce(runner);
    await holdAtOnce(runner);
    await totalsByRecord(runner);
    await postInOneStatement(runner);
    await checkAnew(runner);
    await runner.query('revoke all on all functions in schema ledger from public');
  }

  async down(runner: QueryRunner): Promise<void> {
    await checkAsBefore(runner);
    await postInTwo(runner);
    await totalsOfNowAlone(runner);
    await holdRowByRow(runner);
    await noteRowByRow(runner);
  }
}
