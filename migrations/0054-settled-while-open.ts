import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a closed year was settled at stands as it was frozen. An entry of a settlement may count for a later year, whose
 * months are open: it is posted or reversed only while the year that it settles is open too.
 */
export class SettledWhileOpen1795305600054 implements MigrationInterface {
  readonly name = 'SettledWhileOpen1795305600054';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Whoever posts has the trail's lock by now, and whoever closes a year takes it first: so the year is closed before this
      -- asks, or waits until the end of this transaction and sees what was posted.
      create function ledger.must_leave_closed_years() returns trigger language plpgsql security definer
        set search_path = public, pg_temp as $$
      declare
        settled text;
      begin
        if not exists (select from added a where a.reversal_of is not null or a.draft_id is not null) then
          return null;
        end if;
        select s.financial_year into settled from added a
          join ledger_draft d on d.partnership_id = a.partnership_id and d.id = coalesce(a.reversal_of, a.draft_id)
          join ledger_settlement s on s.partnership_id = d.partnership_id and s.id = d.settlement_id
          where ledger.year_closed(s.partnership_id, s.financial_year) limit 1;
        if settled is not null then
          perform ledger.refuse_about('ledger_entry_settles_an_open_year', settled);
        end if;
        return null;
      end $$;
      -- The name puts it after what holds the months.
      create trigger ledger_entry_settles_an_open_year after insert on ledger_entry
        referencing new table as added for each statement execute function ledger.must_leave_closed_years();
      revoke all on function ledger.must_leave_closed_years from public;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger ledger_entry_settles_an_open_year on ledger_entry;
      drop function ledger.must_leave_closed_years;`);
  }
}
