import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A text as its bytes. Cast to bytea, a backslash would begin an escape: quotation marks in JSON are written with one. */
const bytes = String.raw`decode(replace(document, '\', '\\'), 'escape')`;

const digestOf = (what: string) => `
  alter table publication drop column digest;
  alter table publication add column digest text not null
    generated always as ('sha256:' || encode(sha256(${what}), 'hex')) stored;`;

/**
 * The digest of what is published is of every byte of it. Until here a statement that rests on a record with a quotation mark
 * or a backslash in it could not be published; the digests of those that could are what they were.
 */
export class DigestOfEveryByte1795305600027 implements MigrationInterface {
  readonly name = 'DigestOfEveryByte1795305600027';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(digestOf(bytes));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(digestOf('document::bytea'));
  }
}
