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
import { beginAdding } from './begin-adding.js';
import { notReady, notWhatWasShown } from './not-so.js';
import { refuseAgain } from './refuse-again.js';

const read = statement(
  `select i.kind, i.file_name, i.file_digest, r.sound, r.digest, coalesce((select 'sha256:'
     || encode(sha256(convert_to(string_agg(encode(sha256(convert_to(p.rows, 'UTF8')), 'hex'), '' order by p.number), 'UTF8')), 'hex')
     from import_part p where (p.partnership_id, p.import_id) = (i.partnership_id, i.id)), '') as staged
   from import i left join import_reading r on (r.partnership_id, r.id) = (i.partnership_id, i.id)
   where i.partnership_id = $1 and i.id = $2`,
);
/** All parts in one statement, so that the trail has one entry with one digest of all that was added. */
const staged = 'import_part p cross join lateral jsonb_to_recordset(p.rows::jsonb)';
const ofImport = ' where p.partnership_id = $1 and p.import_id = $2';

const mayAdd = statement('select authz.adds($1) is not null as may');

interface Shown {
  readonly kind: string;
  readonly file_name: string;
  readonly file_digest: string;
  readonly sound: boolean | null;
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
    const direct = await this.directly(session, shown.kind);
    await beginAdding(session, partnership, id);
    await session.rows(statement(addingOf(direct.adds)), [partnership, id]);
    const about = { partnership, id, kind: shown.kind, name: shown.file_name, digest: shown.file_digest };
    await this.imports.confirm(session, about);
    return { id };
  }

  /** How this kind is added without anybody's approval, where whoever asks may do that. */
  private async directly(session: WriteSession, name: string) {
    const direct = this.kinds.find((kind) => kind.name === name)?.direct;
    const found = direct && (await session.one<{ may: boolean }>(mayAdd, [direct.action]));
    if (!direct || found?.may !== true) throw needsApproval(name);
    return direct;
  }
}

function addingOf(adds: string): string {
  return adds.replace(':partnership', 'p.partnership_id').replace(':rows', staged) + ofImport;
}

function needsApproval(kind: string): Refused {
  const detail = `Somebody else approves ${kind} before they are posted: POST /api/v1/partnerships/{partnership}/imports/{id}/submission.`;
  return new Refused('conflict', detail, [{ pointer: '', code: 'needs-approval', detail }]);
}
