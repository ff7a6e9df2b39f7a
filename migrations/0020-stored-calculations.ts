import type { MigrationInterface, QueryRunner } from 'typeorm';
import { audited } from './support/audited.js';
import { guard } from './support/guard.js';
import { permit } from './support/permit.js';
import { keepForEver, provenance } from './support/record.js';
import { storedTables } from './support/stored-tables.js';

const readers = ['board-member', 'chair', 'committee-clerk', 'auditor'];
const recorders = ['finance-officer', 'finance-lead', 'lead-officer'];

/**
 * An agreement version holds its two ladders beside its funding schedule: null where nobody has recorded what the agreement
 * says of a variance. And a partnership keeps the calculations on which it relied: the document, the version of the rules, the
 * digest of both, and the whole answer, as text, so that every byte stays as it was.
 */
export class StoredCalculations1795305600020 implements MigrationInterface {
  readonly name = 'StoredCalculations1795305600020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table agreement_version add column ladders jsonb check (jsonb_typeof(ladders) = 'object');
      comment on column agreement_version.ladders is 'Who bears an overspend and who gets an underspend; null where it is not recorded';

      create table calculation (
        partnership_id slug not null references partnership,
        id uuid not null,
        kind text not null check (kind in ('shares', 'variance', 'footing', 'true-up', 'compare')),
        why words not null,
        agreement_version_id uuid,
        financial_year text check (financial_year ~ '^[0-9]{4}-[0-9]{2}$'),
        repeats_id uuid,
        rests_on jsonb not null default '[]' check (jsonb_typeof(rests_on) = 'array'),
        document text not null check (length(document) between 2 and 4000000),
        engine text not null check (engine <> ''),
        digest text not null check (digest ~ '^sha256:[0-9a-f]{64}$'),
        answer text not null check (length(answer) between 2 and 4000000),
        answer_digest text not null
          generated always as ('sha256:' || encode(sha256(decode(replace(answer, '\\', '\\\\'), 'escape')), 'hex')) stored,
        figures_digest text not null check (figures_digest ~ '^sha256:[0-9a-f]{64}$'),
        ${provenance},
        primary key (partnership_id, id),
        foreign key (partnership_id, agreement_version_id) references agreement_version,
        constraint calculation_repeats_its_own foreign key (partnership_id, repeats_id) references calculation
      );
      create index calculation_recorded on calculation (partnership_id, recorded_at);
      comment on column calculation.answer_digest is 'Of the bytes of the answer: the audit trail says this instead of the answer';`);
    for (const table of storedTables) {
      await guard(runner, table);
      await keepForEver(runner, table.table);
      await runner.query(
        `create policy ${table.table}_now on ${table.table} as restrictive for insert to poolkeeper_api with check (recorded_at = now())`,
      );
      await audited(runner, table.table, { partnership: 'partnership_id', without: ['document', 'answer'] });
    }
    await permit(
      runner,
      `${readers.map((role) => `${role} partnership calculation.read`).join('\n')}
       ${recorders.map((role) => `${role} partnership calculation.read calculation.add`).join('\n')}
       demonstration everywhere calculation.read calculation.add`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table calculation;
      alter table agreement_version drop column ladders;
      delete from authz.permission where action in ('calculation.read', 'calculation.add');`);
  }
}
