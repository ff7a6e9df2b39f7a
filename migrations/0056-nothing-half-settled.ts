import type { MigrationInterface, QueryRunner } from 'typeorm';

const funds = `select a.fund from ledger_total t join ledger_account a on a.partnership_id = t.partnership_id and a.id = t.account_id
      where t.partnership_id = of_partnership and t.span = 'month' and financial_year(t.starts_on) = of_year
    union select b.fund from budget b where b.partnership_id = of_partnership and b.financial_year = of_year`;
const settlement = `s.partnership_id = of_partnership and s.financial_year = of_year`;

/**
 * A year waits for every settlement of it that is begun, also one of a fund that was neither posted to nor budgeted in it:
 * else it was frozen without what was approved after.
 */
export class NothingHalfSettled1795305600056 implements MigrationInterface {
  readonly name = 'NothingHalfSettled1795305600056';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function ledger.unsettled(of_partnership text, of_year text) returns text stable language sql
        set search_path = public, pg_temp as $$
        with stated as (
          select s.kind, s.fund, ledger.state_of_settlement(s.partnership_id, s.id) as state from ledger_settlement s where ${settlement})
        select format('the %s of the fund %s', w.kind, w.fund) from (
          select kind, fund from stated where state in ('proposed', 'in-part')
          union select k.kind, f.fund from (${funds}) f, (values ('true-up'), ('variance')) as k(kind)
            where not exists (select from stated s where (s.kind, s.fund) = (k.kind, f.fund) and s.state in ('settled', 'nil'))) w
        order by w.fund, w.kind limit 1 $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function ledger.unsettled(of_partnership text, of_year text) returns text stable language sql
        set search_path = public, pg_temp as $$
        select format('the %s of the fund %s', k.kind, f.fund) from (${funds}) f,
          (values ('true-up'), ('variance')) as k(kind),
          lateral (select coalesce(array_agg(ledger.state_of_settlement(s.partnership_id, s.id)), '{}') as states from ledger_settlement s
            where ${settlement} and (s.kind, s.fund) = (k.kind, f.fund)) s
        where not s.states && array['settled', 'nil'] or s.states && array['proposed', 'in-part'] order by f.fund, k.kind limit 1 $$`);
  }
}
