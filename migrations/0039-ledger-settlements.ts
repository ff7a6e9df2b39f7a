import type { MigrationInterface, QueryRunner } from 'typeorm';
import { audited } from './support/audited.js';
import { guard } from './support/guard.js';
import { settlementRules, settlementTables } from './support/ledger-settlements.js';
import { permit } from './support/permit.js';
import { keepForEver, provenance } from './support/record.js';

/**
 * A year's true-up and variance are settled by a decision, exactly as a recorded calculation says: what follows is proposed
 * as drafts, which somebody else approves like any other. What an underspend leaves for later years has an account.
 */
export class LedgerSettlements1795305600039 implements MigrationInterface {
  readonly name = 'LedgerSettlements1795305600039';

  async up(runner: QueryRunner): Promise<void> {
    await this.allow(runner, 'ledger_account', 'carried-forward');
    await this.allow(runner, 'ledger_draft', 'variance', 'reserve');
    await runner.query(`
      create table ledger_settlement (
        partnership_id slug not null references partnership,
        id uuid not null,
        kind text not null check (kind in ('true-up', 'variance')),
        fund slug not null,
        financial_year text not null check (financial_year ~ '^[0-9]{4}-[0-9]{2}$'),
        number integer not null check (number > 0),
        calculation_id uuid,
        decision_id uuid not null,
        effective_on date not null,
        why words not null,
        proposes jsonb not null default '[]' check (jsonb_typeof(proposes) = 'array'),
        ${provenance},
        primary key (partnership_id, id),
        constraint ledger_settlement_number_once unique (partnership_id, kind, fund, financial_year, number),
        constraint ledger_settlement_from_its_year_on check (effective_on >= make_date(left(financial_year, 4)::int + 1, 3, 31)),
        constraint ledger_settlement_calculation_is_there foreign key (partnership_id, calculation_id) references calculation,
        constraint ledger_settlement_decision_is_there foreign key (partnership_id, decision_id) references decision
      );
      comment on column ledger_settlement.calculation_id is 'None where the decision says that there is nothing to settle';
      comment on column ledger_settlement.proposes is 'The entries that follow from the recorded answer; a trigger works them out';

      alter table ledger_draft add column settlement_id uuid,
        add constraint ledger_draft_of_its_settlement foreign key (partnership_id, settlement_id) references ledger_settlement,
        add constraint ledger_draft_settles check (kind not in ('variance', 'reserve') or settlement_id is not null);
      create unique index ledger_draft_once_in_a_settlement on ledger_draft (partnership_id, settlement_id, kind, authority_id)
        nulls not distinct where settlement_id is not null;`);
    for (const guarded of settlementTables) {
      const { table } = guarded;
      await keepForEver(runner, table);
      await guard(runner, guarded);
      await runner.query(`
        create policy ${table}_now on ${table} as restrictive for insert to poolkeeper_api with check (recorded_at = now());
        create policy ${table}_owner_reads on ${table} for select to poolkeeper_owner using (true);`);
      await audited(runner, table, { partnership: 'partnership_id' });
    }
    await settlementRules(runner);
    await runner.query(`
      revoke all on all functions in schema ledger from public;
      grant execute on function ledger.settlement_state(text, uuid) to poolkeeper_api;`);
    await permit(
      runner,
      `finance-lead partnership ledger-settlement.add
       demonstration everywhere ledger-settlement.add`,
    );
  }

  /** Kinds beside those that a table has already. */
  private async allow(runner: QueryRunner, table: string, ...kinds: readonly string[]): Promise<void> {
    await runner.query(`
      do $$
      declare
        was constant text := (select pg_get_constraintdef(c.oid) from pg_constraint c where c.conname = '${table}_kind_check');
      begin
        if position('''${kinds[0]}''' in was) = 0 then
          execute 'alter table ${table} drop constraint ${table}_kind_check, add constraint ${table}_kind_check '
            || replace(was, 'ARRAY[', 'ARRAY[${kinds.map((kind) => `''${kind}''::text, `).join('')}');
        end if;
      end $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from authz.permission where action = 'ledger-settlement.add';
      drop trigger ledger_draft_version_settles on ledger_draft_version;
      alter table ledger_draft drop column settlement_id;
      drop function ledger.settled_already, ledger.trued_up_already, ledger.standing_beside;
      drop table ledger_settlement;
      drop function ledger.check_settled_version, ledger.must_propose, ledger.check_settlement, ledger.settle, ledger.await_year,
        ledger.trued_up, ledger.settlement_state, ledger.state_of_settlement, ledger.in_order, ledger.leaves_open,
        ledger.variance_comes_to, ledger.true_up_comes_to, ledger.pence_of;`);
  }
}
