import { Injectable } from '@nestjs/common';
import { type Context, within } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import { Refused } from '../../platform/http/problem.js';
import { closedMonthAt } from '../shared/closed-month.js';
import { provenanceColumns } from '../shared/provenance.js';
import { beginAdding } from './begin-adding.js';
import type { Import, NewImportApproval, NewImportRejection } from './dto/import.js';
import { ImportReader } from './import.reader.js';
import { ImportStore } from './import.store.js';
import { notWhatWasShown } from './not-so.js';

type Decision = NewImportApproval | NewImportRejection;

@Injectable()
export class DecideImport {
  constructor(
    private readonly database: Database,
    private readonly imports: ImportStore,
    private readonly reader: ImportReader,
  ) {}

  /**
   * Approves what was submitted, by the digest of exactly the rows that were shown, which posts all of it in one statement;
   * or, where a reason is given, rejects it. Who may approve whose, the database holds.
   */
  run(context: Context, partnership: string, id: string, given: Decision): Promise<Import> {
    return this.database.write(within(context, partnership), async (session) => {
      const { submittedAt, digest } = await this.reader.findIn(session, [partnership, id]);
      if (submittedAt === null) throw notSubmitted();
      if (digest !== given.digest) throw notWhatWasShown();
      const rejected = 'reason' in given;
      if (!rejected) await beginAdding(session, partnership, id);
      const decided = {
        digest: given.digest,
        outcome: rejected ? 'rejected' : 'approved',
        reason: rejected ? given.reason : null,
        ...provenanceColumns(given),
      } as const;
      await closedMonthAt('/digest', this.imports.decide(session, partnership, id, decided));
      return this.reader.findIn(session, [partnership, id]);
    });
  }
}

function notSubmitted(): Refused {
  const detail = 'Expected an import that was submitted for approval by whoever sent it.';
  return new Refused('conflict', detail, [{ pointer: '', code: 'not-submitted', detail }]);
}
