import type { MigrationInterface, QueryRunner } from 'typeorm';
import { twoCouncilsByRow, twoCouncilsBySum } from './support/import-by-sum.js';

/**
 * One amount split into many rows of a file stays above the threshold that it is above as one: whether two councils have to
 * agree follows from what all rows of an import come to together, by the strictest threshold of any of their days.
 */
export class TwoCouncilsBySum1795305600044 implements MigrationInterface {
  readonly name = 'TwoCouncilsBySum1795305600044';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table import_submission add column total_pence numeric(24);
      comment on column import_submission.total_pence is 'What its rows come to together, each without its sign: whether two councils have to agree follows from it; none in what was submitted before it was kept';
      comment on column import_submission.largest is 'The largest amount of each of its days, in pence; the days are those whose thresholds count'`);
    await twoCouncilsBySum(runner);
    await runner.query(`
      drop function ledger.two_councils_for(text, jsonb);
      revoke all on function ledger.import_weight, ledger.one_council_up_to, ledger.two_councils_for from public;
      grant execute on function ledger.import_weight, ledger.one_council_up_to, ledger.two_councils_for to poolkeeper_api`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await twoCouncilsByRow(runner);
    await runner.query(`
      revoke all on function ledger.two_councils_for(text, jsonb) from public;
      grant execute on function ledger.two_councils_for(text, jsonb) to poolkeeper_api;
      alter table import_submission drop column total_pence;
      comment on column import_submission.largest is 'The largest amount of each day, in pence: whether two councils have to agree follows from it'`);
  }
}
