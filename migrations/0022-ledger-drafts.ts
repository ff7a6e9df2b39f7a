import type { MigrationInterface, QueryRunner } from 'typeorm';
import { audited } from './support/audited.js';
import { guard } from './support/guard.js';
import { draftRules, draftTables } from './support/ledger-drafts.js';
import { ledgerReaders } from './support/ledger-tables.js';
import { permit } from './support/permit.js';
import { keepForEver, provenance } from './support/record.js';

/**
 * Maker and checker: what is proposed for the ledger is a draft with versions; somebody else approves one of them by its
 * digest, and exactly that is posted, in the same statement; or rejects it, with the reason.
 */
export class LedgerDrafts1795305600022 implements MigrationInterface {
  readonly name = 'LedgerDrafts1795305600022';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table ledger_draft (
        partnership_id slug not null references partnership,
        id uuid not null,
        kind text not null check (kind in ('contribution', 'one-off', 'rebate', 'receipt', 'spending', 'grant', 'in-kind', 'reversal')),
        authority_id slug,
        ${provenance},
        primary key (partnership_id, id),
        constraint ledger_draft_of_a_partner foreign key (partnership_id, authority_id) references partnership_authority
      );
      comment on column ledger_draft.authority_id is 'Whom it concerns; none where it is no partner''s, such as spending';

      create table ledger_draft_version (
        partnership_id slug not null,
        id uuid not null,
        draft_id uuid not null,
        number integer not null check (number > 0),
        authority_id slug,
        content jsonb not null check (jsonb_typeof(content -> 'lines') = 'array'),
        digest text not null generated always as (ledger.digest_of(content)) stored,
        entered_by uuid default authz.person(),
        entered_for slug default authz.authority(),
        ${provenance},
        primary key (partnership_id, id),
        foreign key (partnership_id, draft_id) references ledger_draft,
        foreign key (partnership_id, authority_id) references partnership_authority,
        constraint ledger_draft_version_number_once unique (partnership_id, draft_id, number),
        constraint ledger_draft_version_named_by_digest unique (partnership_id, draft_id, number, digest)
      );
      comment on column ledger_draft_version.content is 'What would be posted, lines and all';

      create table ledger_outcome (
        partnership_id slug not null,
        id uuid not null,
        draft_id uuid not null,
        number integer not null,
        digest text not null,
        outcome text not null check (outcome in ('approved', 'rejected')),
        reason words constraint ledger_outcome_rejected_for_a_reason check (reason is not null or outcome = 'approved'),
        authority_id slug,
        decided_by uuid default authz.person(),
        ${provenance},
        primary key (partnership_id, id),
        foreign key (partnership_id, authority_id) references partnership_authority,
        constraint ledger_draft_decided_once unique (partnership_id, draft_id),
        constraint ledger_outcome_of_what_was_read foreign key (partnership_id, draft_id, number, digest)
          references ledger_draft_version (partnership_id, draft_id, number, digest)
      );`);
    for (const { table } of draftTables) await keepForEver(runner, table);
    for (const table of draftTables) await guard(runner, table);
    for (const { table } of draftTables) {
      await runner.query(`
        create policy ${table}_now on ${table} as restrictive for insert to poolkeeper_api with check (recorded_at = now());
        create policy ${table}_owner_reads on ${table} for select to poolkeeper_owner using (true);`);
      await audited(runner, table, { partnership: 'partnership_id' });
    }
    await runner.query(`
      create policy ledger_draft_version_by_whom on ledger_draft_version as restrictive for insert to poolkeeper_api with check (
        entered_by is not distinct from (select authz.person()) and entered_for is not distinct from (select authz.authority()));
      create policy ledger_outcome_by_whom on ledger_outcome as restrictive for insert to poolkeeper_api
        with check (decided_by is not distinct from (select authz.person()));
      create policy contribution_approved on contribution for insert to poolkeeper_owner with check (true);
      create policy receipt_approved on receipt for insert to poolkeeper_owner with check (true);
      alter table ledger_entry add constraint ledger_entry_of_its_draft
        foreign key (partnership_id, draft_id) references ledger_draft;`);
    await this.tellWhatWasPosted(runner);
    await draftRules(runner);
    await runner.query(`
      revoke all on all functions in schema ledger from public;
      grant usage on schema ledger to poolkeeper_api;
      grant execute on function ledger.digest_of(jsonb), ledger.amount_of(jsonb), ledger.two_councils_above(text, date) to poolkeeper_api;`);
    await permit(
      runner,
      `${ledgerReaders.map((role) => `${role} partnership ledger-draft.read`).join('\n')}
       finance-officer own ledger-draft.add ledger-draft.decide
       finance-lead partnership ledger-draft.add
       finance-lead own ledger-draft.decide
       lead-officer own ledger-draft.decide
       demonstration everywhere ledger-draft.read ledger-draft.add ledger-draft.decide`,
    );
  }

  /** What 0021 posted of contributions and receipts that were there before it is said in the trail too. */
  private async tellWhatWasPosted(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set local timezone = 'UTC';
      select audit.append_for('{}', e.partnership_id, 'added', 'ledger_entry', null, jsonb_build_object('added', jsonb_agg(e))::text)
      from (select * from ledger_entry e where not exists (select from audit_entry t
        where t.chain = e.partnership_id and t.subject = 'ledger_entry' and t.subject_id = e.id::text)) e group by e.partnership_id`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from authz.permission where action like 'ledger-draft.%';
      drop policy contribution_approved on contribution;
      drop policy receipt_approved on receipt;
      alter table ledger_entry drop constraint ledger_entry_of_its_draft;
      drop table ledger_outcome, ledger_draft_version, ledger_draft;
      drop function ledger.keep_record, ledger.decide, ledger.two_councils_above, ledger.amount_of, ledger.check_version,
        ledger.await_draft, ledger.refuse;
      revoke execute on function ledger.digest_of(jsonb) from poolkeeper_api;
      revoke usage on schema ledger from poolkeeper_api;`);
  }
}
