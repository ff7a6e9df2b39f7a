import type { MigrationInterface, QueryRunner } from 'typeorm';

const lock = `select pg_advisory_xact_lock(hashtextextended(concat('ledger year ', of_year, ' of ', of_partnership), 0))`;

/**
 * Whoever settles, closes or budgets for a year takes the trail's lock first, as whoever posts does and as each takes in any
 * case: a budget came to the year with the trail in hand, a closing the other way round, and each waited for the other.
 */
export class TrailBeforeYear1795305600053 implements MigrationInterface {
  readonly name = 'TrailBeforeYear1795305600053';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function ledger.await_year(of_partnership text, of_year text) returns void language plpgsql
        set search_path = public, pg_temp as $$
      begin
        perform ledger.await_trail(array[of_partnership]);
        perform ${lock.replace('select ', '')};
      end $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function ledger.await_year(of_partnership text, of_year text) returns void language sql
        set search_path = public, pg_temp as $$ ${lock} $$`);
  }
}
