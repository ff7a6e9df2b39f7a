import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An agreement version says how a year's share falls due, beside its funding schedule and its ladders: null where nobody has
 * recorded what the agreement says. As all of a version it is never edited.
 */
export class StatedInstalments1795305600035 implements MigrationInterface {
  readonly name = 'StatedInstalments1795305600035';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table agreement_version add column instalments jsonb check (jsonb_typeof(instalments) = 'object');
      comment on column agreement_version.instalments is
        'In which parts a year''s share falls due, and how long there is to pay; null where it is not recorded';`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table agreement_version drop column instalments');
  }
}
