import type { MigrationInterface, QueryRunner } from 'typeorm';
import { audited } from './support/audited.js';
import { guard } from './support/guard.js';
import { ledgerReaders } from './support/ledger-tables.js';
import { permit } from './support/permit.js';
import { importKind, noImportKind, reconciliationRules } from './support/reconciliation-rules.js';
import { reconciliationTables } from './support/reconciliation-tables.js';
import { keepForEver, provenance } from './support/record.js';

/** Kinds that post nothing, so that whoever may add them confirms them without anybody's approval. */
const postNothing = (kinds: string) => `
  alter policy import_confirmation_by_approval on import_confirmation
    with check (kind in (${kinds}) or (select authz.capacity()) = 'demonstration')`;

/**
 * Lines of the host's own ledger as it was brought, and what they are held against: an account of ours on some days. What
 * matches is worked out when it is asked; what people put together or keep apart is recorded, and undone by a later record.
 */
export class Reconciliation1795305600043 implements MigrationInterface {
  readonly name = 'Reconciliation1795305600043';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table host_line (
        partnership_id slug not null,
        id uuid not null,
        import_id uuid not null,
        row_number integer not null check (row_number > 0),
        on_day date not null,
        reference words,
        description words,
        amount_pence pence not null constraint host_line_says_something check (amount_pence <> 0),
        account_code words,
        ${provenance},
        primary key (partnership_id, id),
        constraint host_line_row_once unique (partnership_id, import_id, row_number),
        constraint host_line_of_its_import foreign key (partnership_id, import_id) references import_confirmation
          deferrable initially deferred
      );

      create table reconciliation (
        partnership_id slug not null references partnership,
        id uuid not null,
        import_id uuid not null,
        code words,
        account text not null check (account in ('cash', 'spending', 'contributions')),
        fund slug not null,
        line slug constraint reconciliation_of_a_line check ((account = 'spending') = (line is not null)),
        starts_on date not null,
        as_at date not null constraint reconciliation_of_some_days check (as_at >= starts_on),
        opening_pence bigint not null,
        opening_why words,
        turned boolean not null,
        days smallint not null check (days between 0 and 31),
        ${provenance},
        primary key (partnership_id, id),
        constraint reconciliation_of_an_extract foreign key (partnership_id, import_id) references import_confirmation
      );
      create index reconciliation_recorded on reconciliation (partnership_id, recorded_at, id);
      comment on column reconciliation.code is 'The account code whose lines count; all of the file where there is none';
      comment on column reconciliation.turned is 'Whether the host writes with the other sign: income below nothing, say';
      comment on column reconciliation.days is 'How many days apart two lines of one amount may be to match without a reference';

      create table host_match (
        partnership_id slug not null,
        id uuid not null,
        reconciliation_id uuid not null,
        kind text not null check (kind in ('together', 'apart')),
        host_lines uuid[] not null,
        entries uuid[] not null,
        reason words not null,
        ${provenance},
        primary key (partnership_id, id),
        constraint host_match_of_its_reconciliation foreign key (partnership_id, reconciliation_id) references reconciliation,
        constraint host_match_of_something check (cardinality(host_lines) + cardinality(entries) > 0)
      );
      create index host_match_of on host_match (partnership_id, reconciliation_id);

      create table host_match_undone (
        partnership_id slug not null,
        id uuid not null,
        reason words not null,
        ${provenance},
        constraint host_match_undone_once primary key (partnership_id, id),
        constraint host_match_undone_of_one foreign key (partnership_id, id) references host_match
      );
      comment on column host_match_undone.id is 'That of what was said by hand and no longer stands';`);
    for (const guarded of reconciliationTables) {
      const { table } = guarded;
      await keepForEver(runner, table);
      await guard(runner, guarded);
      await runner.query(`
        create policy ${table}_now on ${table} as restrictive for insert to poolkeeper_api with check (recorded_at = now());
        create policy ${table}_owner_reads on ${table} for select to poolkeeper_owner using (true);`);
      await audited(runner, table, { partnership: 'partnership_id' });
    }
    await reconciliationRules(runner);
    await runner.query(
      'revoke all on function ledger.account_held(text), ledger.check_host_lines(), ledger.check_host_match() from public',
    );
    await importKind(runner, 'host-ledger');
    await runner.query(postNothing(`'provisions', 'measures', 'host-ledger'`));
    await permit(
      runner,
      `${ledgerReaders.map((role) => `${role} partnership reconciliation.read`).join('\n')}
       finance-lead partnership reconciliation.add
       demonstration everywhere reconciliation.read reconciliation.add`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(postNothing(`'provisions', 'measures'`));
    await noImportKind(runner, 'host-ledger');
    await runner.query(`
      delete from authz.permission where action like 'reconciliation.%';
      drop table host_match_undone, host_match, reconciliation, host_line;
      drop function ledger.check_host_match, ledger.check_host_lines, ledger.account_held;`);
  }
}
