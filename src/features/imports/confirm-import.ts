import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Context, within } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import type { WriteSession } from '../../platform/database/session.js';
import { statement } from '../../platform/database/statement.js';
import { notFound, Refused } from '../../platform/http/problem.js';
import { IMPORT_KINDS, type ImportKind } from '../shared/import-kind.js';
import { Once } from '../shared/once.js';
import { ImportStore } from './import.store.js';
import { refuseAgain } from './refuse-again.js';

const read = statement(
  `select i.kind, i.file_name, i.file_digest, r.sound, r.parts, r.digest, coalesce((select 'sha256:'
     || encode(sha256(convert_to(string_agg(encode(sha256(convert_to(p.rows, 'UTF8')), 'hex'), '' order by p.number), 'UTF8')), 'hex')
     from import_part p where (p.partnership_id, p.import_id) = (i.partnership_id, i.id)), '') as staged
   from import i left join import_reading r on (r.partnership_id, r.id) = (i.partnership_id, i.id)
   where i.partnership_id = $1 and i.id = $2`,
);
const staged =
  '(select p.rows::jsonb from import_part p where p.partnership_id = $1 and p.import_id = $2 and p.number = $3)';

interface Shown {
  readonly kind: string;
  readonly file_name: string;
  readonly file_digest: string;
  readonly sound: boolean | null;
  readonly parts: number;
  readonly digest: string;
  readonly staged: string;
}

interface Confirming {
  readonly id: string;
  /** Of what was shown. */
  readonly digest: string;
  readonly key: string;
  readonly reply: FastifyReply;
}

@Injectable()
export class ConfirmImport {
  constructor(
    private readonly database: Database,
    private readonly imports: ImportStore,
    private readonly once: Once,
    @Inject(IMPORT_KINDS) private readonly kinds: readonly ImportKind[],
  ) {}

  /** Adds every row that was shown, or none of them, in one transaction: what is added never leaves the database. */
  async run(context: Context, partnership: string, { id, digest, key, reply }: Confirming): Promise<void> {
    const here = within(context, partnership);
    await this.once.create(here, { key, body: { id, digest }, reply }, (inside) =>
      this.database.write(inside, (session) => this.add(session, partnership, id, digest)),
    );
  }

  private async add(session: WriteSession, partnership: string, id: string, digest: string): Promise<{ id: string }> {
    const shown = await session.one<Shown>(read, [partnership, id]);
    if (!shown) throw notFound();
    await refuseAgain(session, partnership, shown.kind, shown.file_digest);
    if (shown.sound !== true) throw notReady();
    if (shown.digest !== digest || shown.staged !== digest) throw notWhatWasShown();
    const kind = this.kinds.find(({ name }) => name === shown.kind);
    if (!kind) throw notFound();
    const about = { partnership, id, kind: shown.kind, name: shown.file_name, digest: shown.file_digest };
    await this.imports.confirm(session, about);
    const adding = statement(kind.adds.replace(':rows', staged));
    for (let number = 1; number <= shown.parts; number += 1) await session.rows(adding, [partnership, id, number]);
    return { id };
  }
}

function notReady(): Refused {
  const detail = 'Expected an import that was read to its end without faults. Put them right, and send the file again.';
  return new Refused('conflict', detail, [{ pointer: '', code: 'not-ready', detail }]);
}

function notWhatWasShown(): Refused {
  const detail = 'Expected the digest that this import shows. Read it again, and confirm that.';
  return new Refused('conflict', detail, [{ pointer: '/digest', code: 'not-what-was-shown', detail }]);
}
