import type { MigrationInterface, QueryRunner } from 'typeorm';
import { audited } from './support/audited.js';
import { guard } from './support/guard.js';
import { periodRules, periodTables } from './support/ledger-periods.js';
import { permit } from './support/permit.js';
import { keepForEver, provenance } from './support/record.js';

/**
 * Months are closed one after another: what every account comes to is frozen with its digest, and nothing more is posted.
 * One is opened again only when one council asks and another approves; what was frozen stays, and the next closing follows it.
 */
export class LedgerPeriods1795305600024 implements MigrationInterface {
  readonly name = 'LedgerPeriods1795305600024';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table ledger_closing (
        partnership_id slug not null references partnership,
        id uuid not null,
        starts_on date not null constraint ledger_closing_of_a_month check (extract(day from starts_on) = 1),
        number integer not null check (number > 0),
        follows_id uuid,
        why words not null,
        frozen text not null,
        digest text not null check (digest ~ '^sha256:[0-9a-f]{64}$'),
        ${provenance},
        primary key (partnership_id, id),
        constraint ledger_closing_number_once unique (partnership_id, starts_on, number),
        constraint ledger_closing_follows_the_one_before foreign key (partnership_id, follows_id) references ledger_closing
      );
      comment on column ledger_closing.frozen is 'Every account''s balance at the end of the month; exactly what the digest is of';

      create table ledger_reopening (
        partnership_id slug not null references partnership,
        id uuid not null,
        closing_id uuid not null,
        authority_id slug,
        why words not null,
        asked_by uuid default authz.person(),
        ${provenance},
        primary key (partnership_id, id),
        foreign key (partnership_id, authority_id) references partnership_authority,
        constraint ledger_reopening_of_a_closing foreign key (partnership_id, closing_id) references ledger_closing
      );

      create table ledger_reopening_outcome (
        partnership_id slug not null,
        id uuid not null,
        reopening_id uuid not null,
        outcome text not null check (outcome in ('approved', 'rejected')),
        reason words constraint ledger_reopening_outcome_rejected_for_a_reason check (reason is not null or outcome = 'approved'),
        authority_id slug,
        decided_by uuid default authz.person(),
        ${provenance},
        primary key (partnership_id, id),
        foreign key (partnership_id, authority_id) references partnership_authority,
        foreign key (partnership_id, reopening_id) references ledger_reopening,
        constraint ledger_reopening_decided_once unique (partnership_id, reopening_id)
      );`);
    for (const guarded of periodTables) {
      const { table } = guarded;
      await keepForEver(runner, table);
      await guard(runner, guarded);
      await runner.query(`
        create policy ${table}_now on ${table} as restrictive for insert to poolkeeper_api with check (recorded_at = now());
        create policy ${table}_owner_reads on ${table} for select to poolkeeper_owner using (true);`);
      await audited(runner, table, { partnership: 'partnership_id', without: ['frozen'] });
    }
    await runner.query(`
      create policy ledger_reopening_by_whom on ledger_reopening as restrictive for insert to poolkeeper_api
        with check (asked_by is not distinct from (select authz.person()));
      create policy ledger_reopening_outcome_by_whom on ledger_reopening_outcome as restrictive for insert to poolkeeper_api
        with check (decided_by is not distinct from (select authz.person()));`);
    await periodRules(runner);
    await runner.query('revoke all on all functions in schema ledger from public');
    await permit(
      runner,
      `finance-lead partnership ledger-closing.add
       finance-officer own ledger-reopening.add
       finance-lead own ledger-reopening.add ledger-reopening.decide
       lead-officer own ledger-reopening.add ledger-reopening.decide
       demonstration everywhere ledger-closing.add ledger-reopening.add ledger-reopening.decide`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from authz.permission where action like 'ledger-closing.%' or action like 'ledger-reopening.%';
      drop trigger ledger_period_follows_its_closings on ledger_period;
      drop function ledger.follow_closings, ledger.must_be_latest, ledger.latest_closing;
      drop table ledger_reopening_outcome, ledger_reopening, ledger_closing;
      drop function ledger.reopen_month, ledger.await_reopening, ledger.check_reopening, ledger.close_month, ledger.freeze_month,
        ledger.position_after, ledger.await_postings, ledger.month_in_words, ledger.refuse_about;
      update ledger_period set closed = false where closed;`);
  }
}
