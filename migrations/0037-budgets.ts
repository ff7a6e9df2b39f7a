import type { MigrationInterface, QueryRunner } from 'typeorm';
import { audited } from './support/audited.js';
import { budgetForms, budgetRules, budgetTables } from './support/budget-tables.js';
import { guard } from './support/guard.js';
import { permit } from './support/permit.js';
import { keepForEver, provenance } from './support/record.js';

/**
 * Budgets: what each line of a fund may spend in a year, by which decision, from which day. And forecasts: what each line is
 * expected to spend in each month, all that one report said. Neither is ever edited: the next takes its place.
 */
export class Budgets1795305600037 implements MigrationInterface {
  readonly name = 'Budgets1795305600037';

  async up(runner: QueryRunner): Promise<void> {
    await budgetForms(runner);
    await runner.query(`
      create table budget (
        partnership_id slug not null references partnership,
        id uuid not null,
        fund slug not null,
        financial_year text not null,
        kind text not null check (kind in ('original', 'virement', 'supplementary', 'correction')),
        starts_on date not null constraint budget_starts_in_its_year check (financial_year(starts_on) = financial_year),
        decision_id uuid not null,
        decision_puts_in_force boolean not null generated always as (true) stored,
        why words,
        lines jsonb not null check (ledger.are_budget_lines(lines)),
        digest text not null generated always as (ledger.digest_of(lines)) stored,
        ${provenance},
        primary key (partnership_id, id),
        constraint budget_rests_on_its_decision foreign key (partnership_id, decision_id, decision_puts_in_force)
          references decision (partnership_id, id, puts_in_force)
      );
      create index budget_of_year on budget (partnership_id, fund, financial_year, starts_on);
      comment on column budget.lines is 'Each line that it speaks of, with its name and its amount; of other lines what was said before stands';

      create table forecast (
        partnership_id slug not null references partnership,
        id uuid not null,
        fund slug not null,
        financial_year text not null,
        report words not null,
        made_on date not null,
        actuals_to date constraint forecast_actuals_to_a_month check (
          extract(day from actuals_to) = 1 and financial_year(actuals_to) = financial_year and actuals_to <= made_on),
        decision_id uuid,
        rows jsonb not null constraint forecast_rows_check check (ledger.are_forecast_rows(rows, financial_year)),
        digest text not null generated always as (ledger.digest_of(rows)) stored,
        ${provenance},
        primary key (partnership_id, id),
        constraint forecast_decision_is_there foreign key (partnership_id, decision_id) references decision
      );
      create index forecast_of_year on forecast (partnership_id, fund, financial_year, made_on, recorded_at);
      comment on column forecast.rows is 'What each line is expected to spend in each month, all of the report';`);
    for (const guarded of budgetTables) {
      const { table } = guarded;
      await keepForEver(runner, table);
      await guard(runner, guarded);
      await runner.query(`
        create policy ${table}_now on ${table} as restrictive for insert to poolkeeper_api with check (recorded_at = now());
        create policy ${table}_owner_reads on ${table} for select to poolkeeper_owner using (true);`);
      await audited(runner, table, { partnership: 'partnership_id' });
    }
    await budgetRules(runner);
    await runner.query(`
      revoke all on all functions in schema ledger from public;
      grant execute on function ledger.are_budget_lines(jsonb), ledger.are_forecast_rows(jsonb, text),
        ledger.budget_lines(text, text, text, date, timestamptz) to poolkeeper_api;`);
    await permit(
      runner,
      `finance-lead partnership ledger-budget.add ledger-forecast.add
       demonstration everywhere ledger-budget.add ledger-forecast.add`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from authz.permission where action in ('ledger-budget.add', 'ledger-forecast.add');
      drop table forecast, budget;
      drop function ledger.check_budget, ledger.budget_lines, ledger.are_forecast_rows, ledger.are_budget_lines;`);
  }
}
