import type { MigrationInterface, QueryRunner } from 'typeorm';
import { keepForEver, provenance, sharedByAll } from './support/record.js';

/** The councils and agencies themselves, shared by every partnership. */
export class Authorities1795305600002 implements MigrationInterface {
  readonly name = 'Authorities1795305600002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table authority (
        id slug primary key,
        name words not null unique,
        code text unique check (code ~ '^[ENSW][0-9]{8}$'),
        kind text not null check (kind in ('county', 'unitary', 'metropolitan', 'london-borough', 'voluntary-agency', 'other')),
        ${provenance}
      );
      comment on column authority.code is 'The nine-character code of the Office for National Statistics, where there is one';`);
    await sharedByAll(runner, 'authority');
    await keepForEver(runner, 'authority');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table authority');
  }
}
