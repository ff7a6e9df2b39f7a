import { Injectable } from '@nestjs/common';
import { AccessDatabase } from '../../platform/database/access-database.js';
import type { Context } from '../../platform/database/context.js';
import { statement } from '../../platform/database/statement.js';
import { type Action, permittedTo } from '../access/permissions.js';

const note = statement('select audit.note_auditor($1, $2, $3, $4, $5) as auditor');

/** Read in a transaction that notes it by itself, whoever reads. */
const notedAnyway: ReadonlySet<string> = new Set<Action>([
  ...(['audit.read', 'audit.export', 'person.read', 'grant.read'] as const),
]);

const MOST = 10_000;

/**
 * INV-33: an auditor reads everything, so each of their readings is an entry of its own, made before they get the answer. A
 * ticket acts in one capacity for as long as it is worth anything, so that it is no auditor's is asked once.
 */
@Injectable()
export class NoteAuditor {
  private readonly others = new Set<string>();

  constructor(private readonly database: AccessDatabase) {}

  /** Notes what was read, if it is an auditor who did. Where it cannot be noted, nothing is shown. */
  async run({ ticket, action, request }: Context, record: string | undefined): Promise<void> {
    if (this.others.has(ticket) || notedAnyway.has(action) || typeof permittedTo(action) !== 'object') return;
    const subject = action.replace(/\.[^.]*$/, '').replaceAll('-', '_');
    const noted = await this.database.one<{ auditor: boolean | null }>(note, [
      ticket,
      action,
      subject,
      record ?? null,
      request,
    ]);
    if (noted?.auditor !== false) return;
    if (this.others.size >= MOST) this.others.clear();
    this.others.add(ticket);
  }
}
