import { Injectable, Logger } from '@nestjs/common';
import { AccessDatabase } from '../../platform/database/access-database.js';
import { statement } from '../../platform/database/statement.js';
import type { Found } from './account.store.js';
import type { Step } from './attempts/attempt.store.js';
import type { Caller } from './caller.js';

const note = statement('select audit.note_refused_sign_in($1, $2, $3)');

/** That somebody gave the name of an account, and not what belongs to it, is an entry of the audit trail. */
@Injectable()
export class NoteRefused {
  private readonly logger = new Logger('Audit');

  constructor(private readonly database: AccessDatabase) {}

  /**
   * Beside the answer, which does not wait for it: it must not come later where there is such an account than where there
   * is none. Attempts are budgeted, so no more of these are made than the budgets let through.
   */
  run(found: Found | undefined, step: Step, { label }: Caller): { readonly kind: 'wrong' } {
    if (found)
      this.database.rows(note, [found.credential.person, step, label]).catch((error: unknown) => {
        this.logger.error({ err: error }, 'A refused sign-in could not be noted in the audit trail.');
      });
    return { kind: 'wrong' };
  }
}
