import type { MigrationInterface, QueryRunner } from 'typeorm';
import { audited } from './support/audited.js';
import { guard } from './support/guard.js';
import { approvalRules, approvalTables } from './support/import-approval.js';
import { measureTables } from './support/measure-tables.js';
import { ledgerReaders } from './support/ledger-tables.js';
import { permit } from './support/permit.js';
import { keepForEver, provenance } from './support/record.js';

const kinds = ['contributions', 'receipts', 'provisions'];
const moreKinds = [...kinds, 'spending', 'measures'];
const kindsAre = (names: readonly string[]) => `
  alter table import drop constraint import_kind_check;
  alter table import add constraint import_kind_check check (kind in (${names.map((name) => `'${name}'`).join(', ')}));`;

/**
 * Whoever sends a file of money never approves it: they submit what was read, somebody else approves exactly that by its
 * digest, and all of it is posted in the same statement. Spending and measures come by files too.
 */
export class ImportsAreApproved1795305600034 implements MigrationInterface {
  readonly name = 'ImportsAreApproved1795305600034';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`${kindsAre(moreKinds)}
      alter table import add column entered_by uuid default authz.person(), add column entered_for slug default authz.authority();
      comment on column import.entered_by is 'Who sent it, and so does not approve it';
      alter table import_reading add constraint import_reading_named_by_digest unique (partnership_id, id, digest, sound);

      create table import_submission (
        partnership_id slug not null,
        id uuid not null,
        digest text not null,
        largest jsonb not null default '{}',
        sound boolean not null default true check (sound),
        submitted_by uuid default authz.person(),
        submitted_for slug default authz.authority(),
        ${provenance},
        constraint import_submission_once primary key (partnership_id, id),
        constraint import_submission_of_what_was_read foreign key (partnership_id, id, digest, sound)
          references import_reading (partnership_id, id, digest, sound),
        unique (partnership_id, id, digest)
      );
      comment on column import_submission.id is 'That of the import that somebody else is to approve';
      comment on column import_submission.largest is 'The largest amount of each day, in pence: whether two councils have to agree follows from it';

      create table import_outcome (
        partnership_id slug not null,
        id uuid not null,
        digest text not null,
        outcome text not null check (outcome in ('approved', 'rejected')),
        reason words constraint import_outcome_rejected_for_a_reason check (reason is not null or outcome = 'approved'),
        authority_id slug,
        decided_by uuid default authz.person(),
        ${provenance},
        constraint import_decided_once primary key (partnership_id, id),
        foreign key (partnership_id, authority_id) references partnership_authority,
        constraint import_outcome_of_what_was_submitted foreign key (partnership_id, id, digest)
          references import_submission (partnership_id, id, digest)
      );

      create table measure_value (
        partnership_id slug not null references partnership,
        id uuid not null,
        measure slug not null,
        authority_id slug not null,
        financial_year text not null check (financial_year ~ '^[0-9]{4}-[0-9]{2}$'),
        value numeric not null check (value >= 0 and value < 1e15 and scale(value) <= 9),
        unit words not null,
        status text not null check (status in ('provisional', 'final')),
        ${provenance},
        primary key (partnership_id, id),
        foreign key (partnership_id, authority_id) references partnership_authority
      );
      create index measure_value_of_a_year on measure_value (partnership_id, measure, financial_year, authority_id, recorded_at);
      comment on table measure_value is 'What shares are driven by; the latest final one stands, or where there is none the latest provisional';`);
    for (const table of [...approvalTables, ...measureTables]) await this.keep(runner, table);
    await this.whoMay(runner);
    await approvalRules(runner);
    await runner.query(`
      revoke all on all functions in schema ledger from public;
      grant execute on function ledger.two_councils_for(text, jsonb) to poolkeeper_api;`);
    await permit(
      runner,
      `${ledgerReaders.map((role) => `${role} partnership measure.read`).join('\n')}
       finance-officer own import.decide measure.add
       finance-lead own import.decide
       finance-lead partnership measure.add
       lead-officer own import.decide
       demonstration everywhere import.decide measure.read measure.add`,
    );
  }

  private async keep(runner: QueryRunner, guarded: (typeof approvalTables)[number]): Promise<void> {
    const { table } = guarded;
    await guard(runner, guarded);
    await keepForEver(runner, table);
    await runner.query(
      `create policy ${table}_now on ${table} as restrictive for insert to poolkeeper_api with check (recorded_at = now())`,
    );
    await audited(runner, table, { partnership: 'partnership_id' });
  }

  /** Nobody sends, submits or decides in another's name; and what moves money is confirmed by what approves it alone. */
  private async whoMay(runner: QueryRunner): Promise<void> {
    const isWho = (column: string) => `${column} is not distinct from (select authz.person())`;
    const isFor = (column: string) => `${column} is not distinct from (select authz.authority())`;
    await runner.query(`
      create policy import_by_whom on import as restrictive for insert to poolkeeper_api
        with check (${isWho('entered_by')} and ${isFor('entered_for')});
      create policy import_submission_by_whom on import_submission as restrictive for insert to poolkeeper_api
        with check (${isWho('submitted_by')} and ${isFor('submitted_for')});
      create policy import_outcome_by_whom on import_outcome as restrictive for insert to poolkeeper_api
        with check (${isWho('decided_by')});
      create policy import_confirmation_by_approval on import_confirmation as restrictive for insert to poolkeeper_api
        with check (kind in ('provisions', 'measures') or (select authz.capacity()) = 'demonstration');
      create policy import_confirmation_approved on import_confirmation for insert to poolkeeper_owner with check (true);`);
    for (const table of ['import', 'import_part', 'import_submission', 'import_outcome'])
      await runner.query(`create policy ${table}_owner_reads on ${table} for select to poolkeeper_owner using (true)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from authz.permission where action in ('import.decide', 'measure.read', 'measure.add');
      drop table import_outcome, import_submission, measure_value;
      drop function ledger.decide_import, ledger.add_import, ledger.two_councils_for, ledger.weigh_import, ledger.import_digest;
      drop policy import_confirmation_approved on import_confirmation;
      drop policy import_confirmation_by_approval on import_confirmation;
      drop policy import_owner_reads on import;
      drop policy import_part_owner_reads on import_part;
      drop policy import_by_whom on import;
      alter table import_reading drop constraint import_reading_named_by_digest;
      alter table import drop column entered_by, drop column entered_for;
      ${kindsAre(kinds)}`);
  }
}
