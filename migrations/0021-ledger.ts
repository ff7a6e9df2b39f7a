import type { MigrationInterface, QueryRunner } from 'typeorm';
import { audited } from './support/audited.js';
import { ledgerPosting } from './support/ledger-posting.js';
import { ledgerReaders, postedTables, reckonedTables } from './support/ledger-tables.js';
import { permit } from './support/permit.js';
import { keepForEver, provenance } from './support/record.js';

/**
 * The contribution ledger: double entry, a memorandum account of what passes between the partners, for each partnership
 * and fund. What the ledger takes is what its own functions post; nobody who serves requests can add a line.
 */
export class Ledger1795305600021 implements MigrationInterface {
  readonly name = 'Ledger1795305600021';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema ledger;

      create table ledger_account (
        partnership_id slug not null references partnership,
        id uuid not null default gen_random_uuid(),
        fund slug not null,
        kind text not null check (kind in ('receivable', 'paid', 'rebated', 'in-kind-given', 'contributed', 'cash', 'reserve',
          'variance', 'budget-line', 'in-kind-used', 'grant')),
        authority_id slug,
        line slug,
        recorded_at timestamptz not null default now(),
        recorded_by text default authz.actor(),
        primary key (partnership_id, id),
        unique (partnership_id, fund, id),
        constraint ledger_account_once unique nulls not distinct (partnership_id, fund, kind, authority_id, line),
        constraint ledger_account_of_a_partner foreign key (partnership_id, authority_id) references partnership_authority,
        constraint ledger_account_says_whose check (
          (authority_id is not null) = (kind in ('receivable', 'paid', 'rebated', 'in-kind-given'))
          and (line is not null) = (kind in ('budget-line', 'in-kind-used', 'grant')))
      );

      create table ledger_entry (
        partnership_id slug not null references partnership,
        id uuid not null,
        fund slug not null,
        kind text not null check (kind in ('contribution', 'one-off', 'rebate', 'receipt', 'spending', 'grant', 'in-kind',
          'reserve', 'variance', 'reversal')),
        effective_on date not null,
        month date not null generated always as (effective_on - (extract(day from effective_on)::int - 1)) stored,
        financial_year text not null generated always as (financial_year(effective_on)) stored,
        lines smallint not null constraint ledger_entry_two_lines check (lines >= 2),
        reason words not null,
        reference words,
        decision_id uuid,
        pays_id uuid,
        reversal_of uuid,
        draft_id uuid,
        digest text not null check (digest ~ '^sha256:[0-9a-f]{64}$'),
        ${provenance},
        primary key (partnership_id, id),
        constraint ledger_entry_for_its_lines unique (partnership_id, id, fund, lines, effective_on, recorded_at),
        constraint ledger_entry_reversed_once unique (partnership_id, reversal_of),
        constraint ledger_entry_reverses_what_is_there foreign key (partnership_id, reversal_of) references ledger_entry,
        constraint ledger_entry_decision_is_there foreign key (partnership_id, decision_id) references decision,
        constraint ledger_entry_reversal_of_something check ((kind = 'reversal') = (reversal_of is not null)),
        constraint ledger_entry_settled_by_decision check (kind not in ('reserve', 'variance') or decision_id is not null)
      );
      create index ledger_entry_dated on ledger_entry (partnership_id, effective_on, id);
      create index ledger_entry_illustrative on ledger_entry (partnership_id, effective_on) where illustrative;
      create index ledger_entry_unchecked on ledger_entry (partnership_id, effective_on) where draft_id is null;
      comment on column ledger_entry.effective_on is 'For which day it counts; recorded_at is when it became known';
      comment on column ledger_entry.draft_id is 'The draft that somebody else approved; none where it was recorded without';

      -- What a line repeats of its entry its key holds to it; and the numbers of an entry's lines are all taken when it is
      -- posted, so that none can be added afterwards.
      create table ledger_line (
        partnership_id slug not null,
        entry_id uuid not null,
        number smallint not null,
        of_lines smallint not null,
        fund slug not null,
        account_id uuid not null,
        amount_pence pence not null constraint ledger_line_says_something check (amount_pence <> 0),
        effective_on date not null,
        recorded_at timestamptz not null,
        primary key (partnership_id, entry_id, number),
        constraint ledger_line_numbered check (number between 1 and of_lines),
        constraint ledger_line_of_its_entry foreign key (partnership_id, entry_id, fund, of_lines, effective_on, recorded_at)
          references ledger_entry (partnership_id, id, fund, lines, effective_on, recorded_at),
        constraint ledger_line_in_its_fund foreign key (partnership_id, fund, account_id)
          references ledger_account (partnership_id, fund, id)
      );
      create index ledger_line_account on ledger_line (partnership_id, account_id, effective_on, entry_id)
        include (amount_pence, recorded_at);
      create index ledger_line_recorded on ledger_line (partnership_id, recorded_at) include (account_id, effective_on, amount_pence);

      create table ledger_period (
        partnership_id slug not null references partnership,
        starts_on date not null check (extract(day from starts_on) = 1),
        financial_year text not null generated always as (financial_year(starts_on)) stored,
        closed boolean not null default false,
        primary key (partnership_id, starts_on)
      );

      create table ledger_total (
        partnership_id slug not null,
        span text not null check (span in ('month', 'day')),
        starts_on date not null,
        account_id uuid not null,
        amount_pence bigint not null,
        primary key (partnership_id, span, starts_on, account_id),
        foreign key (partnership_id, account_id) references ledger_account
      ) with (fillfactor = 70);`);
    await this.securing(runner);
    await ledgerPosting(runner);
    await runner.query('revoke all on all functions in schema ledger from public');
    await this.postWhatIsThere(runner);
    // Its digest covers its lines and their accounts, so the trail need not repeat them.
    await audited(runner, 'ledger_entry', { partnership: 'partnership_id' });
    await permit(
      runner,
      `${ledgerReaders.map((role) => `${role} partnership ledger.read`).join('\n')}
       demonstration everywhere ledger.read`,
    );
  }

  private async securing(runner: QueryRunner): Promise<void> {
    for (const table of [...postedTables, ...reckonedTables]) {
      await runner.query(`
        alter table ${table} enable row level security, force row level security;
        create policy ${table}_read on ${table} for select using ((select authz.reads('ledger.read')) = any (array[partnership_id::text, '*']));
        grant select on ${table} to poolkeeper_api;`);
    }
    for (const table of postedTables) {
      await keepForEver(runner, table);
      await runner.query(`
        create policy ${table}_owner_reads on ${table} for select to poolkeeper_owner using (true);
        create policy ${table}_owner_posts on ${table} for insert to poolkeeper_owner with check (true);`);
    }
    for (const table of reckonedTables) {
      await runner.query(`
        create policy ${table}_kept_by_trigger on ${table} to poolkeeper_owner using (true) with check (true);
        create trigger ${table}_never_emptied before truncate on ${table} execute function refuse_change();
        create trigger ${table}_never_removed before delete on ${table} for each row execute function refuse_change();`);
    }
  }

  /** Contributions and receipts that are there already are posted as they were recorded, when they were. */
  private async postWhatIsThere(runner: QueryRunner): Promise<void> {
    const theirs = ['contribution', 'receipt'];
    for (const table of theirs)
      await runner.query(`create policy ${table}_owner_reads on ${table} for select to poolkeeper_owner using (true)`);
    await runner.query(`
      select ledger.post((select jsonb_agg(ledger.of_contribution(to_jsonb(c))) from contribution c));
      select ledger.post((select jsonb_agg(ledger.of_receipt(to_jsonb(r))) from receipt r));
      set constraints all immediate;
      set constraints all deferred;`);
    for (const table of theirs) await runner.query(`drop policy ${table}_owner_reads on ${table}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from authz.permission where action like 'ledger.%';
      drop trigger contribution_added_while_open on contribution;
      drop trigger contribution_posted on contribution;
      drop trigger receipt_added_while_open on receipt;
      drop trigger receipt_posted on receipt;
      drop table ledger_total, ledger_period, ledger_line, ledger_entry, ledger_account;
      drop schema ledger cascade;`);
  }
}
