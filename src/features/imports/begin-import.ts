import { createHash, type Hash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Context, within } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import { invalid } from '../../platform/http/problem.js';
import { Ids } from '../../platform/ids/ids.js';
import { SheetRefused } from '../../platform/sheets/reading/refusal.js';
import { SheetReader } from '../../platform/sheets/sheet-reader.js';
import { IMPORT_KINDS, type ImportKind } from '../shared/import-kind.js';
import { Once } from '../shared/once.js';
import { mustReach } from '../shared/reach.js';
import { ImportJob, whole } from './import-job.js';
import { ImportStore } from './import.store.js';
import { refuseAgain } from './refuse-again.js';

/** A file that somebody sends. */
export interface Sent {
  readonly kind: ImportKind;
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array>;
  readonly key: string;
  readonly reply: FastifyReply;
}

/** How long whoever sends a file waits for it to be read, before they are told that it is being read. */
const PATIENCE = 8_000;

@Injectable()
export class BeginImport {
  constructor(
    private readonly database: Database,
    private readonly imports: ImportStore,
    private readonly sheets: SheetReader,
    private readonly once: Once,
    private readonly ids: Ids,
    @Inject(IMPORT_KINDS) readonly kinds: readonly ImportKind[],
  ) {}

  /** Reads a file and keeps what it would add, or every fault. Gives the import's id as soon as there is one to ask about. */
  async run(context: Context, partnership: string, sent: Sent): Promise<string> {
    const here = within(context, partnership);
    await mustReach(this.database, here);
    await sent.kind.check({ context: here, session: this.database.questions(here), partnership, rows: [] });
    const reading = new Reading(this.database, this.imports, this.sheets, this.once, this.ids, here, sent);
    const done = reading.run();
    const id = await Promise.race([reading.began, done.then(() => reading.began)]);
    await Promise.race([done, sleep(PATIENCE, undefined, { ref: false })]);
    return id;
  }
}

class Reading {
  private readonly hash: Hash = createHash('sha256');
  private bytes = 0;
  private parts: { readonly job: ImportJob; readonly id: string } | undefined;
  private tellBegan: (id: string) => void = () => undefined;
  readonly began = new Promise<string>((resolve) => (this.tellBegan = resolve));

  constructor(
    private readonly database: Database,
    private readonly imports: ImportStore,
    private readonly sheets: SheetReader,
    private readonly once: Once,
    private readonly ids: Ids,
    private readonly here: Context,
    private readonly sent: Sent,
  ) {}

  /** Nothing is kept of a file that cannot be read at all; of one that breaks off midway, what is wrong with it. */
  async run(): Promise<void> {
    let sheet = '';
    try {
      ({ sheet } = await this.sheets.read(this.hashed(), this.sent.kind.name, async (rows) =>
        (await this.begin()).take(rows),
      ));
      await this.begin();
    } catch (thrown) {
      if (thrown instanceof Again) return;
      if (!(thrown instanceof SheetRefused)) throw thrown;
      if (!this.parts) throw invalid([{ pointer: '', code: thrown.code, detail: thrown.message }]);
      this.parts.job.add(whole(thrown.code, thrown.message));
    }
    if (!this.parts) return;
    const { job, id } = this.parts;
    await this.database.write(this.here, (session) => this.imports.finish(session, this.about(id), job.end(sheet)));
  }

  private async *hashed(): AsyncIterable<Uint8Array> {
    for await (const piece of this.sent.content) {
      this.hash.update(piece);
      this.bytes += piece.length;
      yield piece;
    }
  }

  private about(id: string) {
    const { kind, name } = this.sent;
    return { partnership: this.here.partnership, id, kind: kind.name, name, digest: this.digest };
  }

  private digest = '';

  /** When the first rows come, the whole file has been sent: its digest is known. */
  private async begin(): Promise<ImportJob> {
    if (this.parts) return this.parts.job;
    this.digest = `sha256:${this.hash.digest('hex')}`;
    const { kind, name, key, reply } = this.sent;
    const body = { kind: kind.name, name, digest: this.digest };
    const id = this.ids.next();
    const kept = await this.once.create(this.here, { key, body, reply }, (inside) =>
      this.database.write(inside, async (session) => {
        await refuseAgain(session, inside.partnership, kind.name, this.digest);
        await this.imports.begin(session, this.about(id), this.bytes);
        return { id };
      }),
    );
    this.tellBegan(kept.id);
    if (kept.id !== id) throw new Again();
    const job = new ImportJob({
      ...{
        context: this.here,
        partnership: this.here.partnership,
        kind,
        file: name,
        database: this.database,
        ids: this.ids,
      },
      keep: (number, rows) =>
        this.database.write(this.here, (session) => this.imports.stage(session, this.about(id), number, rows)),
    });
    this.parts = { job, id };
    return job;
  }
}

/** The same request came before: its file is being read, or has been. */
class Again extends Error {}
