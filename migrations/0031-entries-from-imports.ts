import type { MigrationInterface, QueryRunner } from 'typeorm';
import { postedFromImports, postedFromNowhere } from './support/ledger-imports.js';
import { batchesOfAllColumns, batchesOfFewerColumns } from './support/rows-beside-the-trail.js';

const records = ['contribution', 'receipt'];
const unchecked = (where: string) => `
  drop index ledger_entry_unchecked;
  create index ledger_entry_unchecked on ledger_entry (partnership_id, effective_on) where ${where};`;

/**
 * An entry may come from an import that somebody else approved as a whole: it says which, and counts as checked like one
 * that was a draft. Whoever serves requests cannot say so of what they add; only what approves an import can.
 */
export class EntriesFromImports1795305600031 implements MigrationInterface {
  readonly name = 'EntriesFromImports1795305600031';

  async up(runner: QueryRunner): Promise<void> {
    await batchesOfFewerColumns(runner);
    for (const table of [...records, 'ledger_entry']) {
      await runner.query(`
        alter table ${table} add column import_id uuid,
          add constraint ${table}_of_its_import foreign key (partnership_id, import_id) references import;
        comment on column ${table}.import_id is 'The import that somebody else approved as a whole; none where it came by itself';`);
    }
    for (const record of records) {
      await runner.query(`
        create policy ${record}_of_no_import on ${record} as restrictive for insert to poolkeeper_api with check (import_id is null)`);
    }
    await runner.query(unchecked('draft_id is null and import_id is null'));
    await postedFromImports(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await postedFromNowhere(runner);
    for (const record of records) await runner.query(`drop policy ${record}_of_no_import on ${record}`);
    await runner.query(unchecked('draft_id is null'));
    for (const table of [...records, 'ledger_entry']) await runner.query(`alter table ${table} drop column import_id`);
    await batchesOfAllColumns(runner);
  }
}
