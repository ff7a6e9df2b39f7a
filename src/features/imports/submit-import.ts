import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Context, within } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import { Refused } from '../../platform/http/problem.js';
import { Once } from '../shared/once.js';
import { ImportReader } from './import.reader.js';
import { ImportStore } from './import.store.js';
import { notReady, notWhatWasShown } from './not-so.js';
import { refuseAgain } from './refuse-again.js';

interface Submitting {
  readonly id: string;
  /** Of what was shown. */
  readonly digest: string;
  readonly key: string;
  readonly reply: FastifyReply;
}

@Injectable()
export class SubmitImport {
  constructor(
    private readonly database: Database,
    private readonly imports: ImportStore,
    private readonly reader: ImportReader,
    private readonly once: Once,
  ) {}

  /** Asks somebody else to approve what was read from a file. That its sender asks, for whom they may, the database holds. */
  async run(context: Context, partnership: string, { id, digest, key, reply }: Submitting): Promise<void> {
    const here = within(context, partnership);
    await this.once.create(here, { key, body: { id, digest }, reply }, (inside) =>
      this.database.write(inside, async (session) => {
        const read = await this.reader.findIn(session, [partnership, id]);
        if (!read.needsApproval) throw needsNone();
        await refuseAgain(session, partnership, read.kind, read.fileDigest);
        if (read.state !== 'ready' && read.state !== 'submitted') throw notReady();
        if (read.digest !== digest) throw notWhatWasShown();
        await this.imports.submit(session, { partnership, id, name: read.file, digest });
        return { id };
      }),
    );
  }
}

function needsNone(): Refused {
  const detail = 'Nobody else has to approve these: confirm them.';
  return new Refused('conflict', detail, [{ pointer: '', code: 'needs-none', detail }]);
}
