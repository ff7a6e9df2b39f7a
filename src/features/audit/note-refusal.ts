import { Injectable, Logger } from '@nestjs/common';
import { AccessDatabase } from '../../platform/database/access-database.js';
import type { Context } from '../../platform/database/context.js';
import { statement } from '../../platform/database/statement.js';

const note = statement('select audit.note_refusal($1, $2, $3, $4)');

/** INV-33: that somebody who is signed in was refused, noted after their own transaction is gone. */
@Injectable()
export class NoteRefusal {
  private readonly logger = new Logger('Audit');

  constructor(private readonly database: AccessDatabase) {}

  /** A refusal is a refusal whether or not it could be noted; where it could not, the log says so. */
  async run({ ticket, action, request }: Context, partnership: string | undefined): Promise<void> {
    try {
      await this.database.rows(note, [ticket, action, partnership ?? null, request]);
    } catch (error) {
      this.logger.error({ requestId: request, err: error }, 'A refusal could not be noted in the audit trail.');
    }
  }
}
