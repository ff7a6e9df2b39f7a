import { Injectable } from '@nestjs/common';
import { SessionStore } from '../../access/session.store.js';
import type { PersonRole } from '../../access/roles.js';
import { Database } from '../../../platform/database/database.js';
import { statement } from '../../../platform/database/statement.js';
import { partnershipToShow } from '../demonstration-people.js';
import { idsOf } from '../demonstration-sign-ins.js';
import { closedMonths } from './figures.js';
import { type Api, steps } from './steps.js';

/** Sends what somebody posts to the API, or asks of it, as everybody's programs do, and gives back the answer. */
export type Send = (
  secret: string,
  url: string,
  body?: object | string,
) => Promise<{ readonly status: number; readonly text: string }>;

const lastClosed = closedMonths.at(-1) as string;
const timesClosed = statement(
  'select count(*)::integer as times from ledger_closing where partnership_id = $1 and starts_on = $2::date',
);

const actors: readonly PersonRole[] = ['finance-lead', 'finance-officer', 'lead-officer'];
const lengths = { idleFor: '1 hour', lasts: '1 hour' } as const;

/**
 * Acts out half a year of the ledger that is shown: people of the demonstration propose, approve, bill, dispute, close and
 * open again, each in their own role and by the same addresses as everyone. Nothing is posted in another way.
 */
@Injectable()
export class ActOutYear {
  constructor(
    private readonly sessions: SessionStore,
    private readonly database: Database,
  ) {}

  /** Whether the last of it is there: the last month, closed a second time. */
  async isOver(ticket: string): Promise<boolean> {
    const here = { ticket, partnership: partnershipToShow, request: 'demonstration' };
    const asking = this.database.questions({ ...here, action: 'ledger.read' });
    const closed = await asking.one<{ times: number }>(timesClosed, [partnershipToShow, lastClosed]);
    return (closed?.times ?? 0) > 1;
  }

  /**
   * Stops between two steps when it is told to; what was done by then stands. Run again, it goes on from there: what was
   * posted before is answered as it was, by the key that follows from what it says.
   */
  async run(send: Send, signal: AbortSignal): Promise<void> {
    const begun = await Promise.all(actors.map((role) => this.begin(role)));
    const secretOf = new Map(begun.map(({ role, secret }) => [role, secret]));
    const api: Api = async (role, path, body) => {
      signal.throwIfAborted();
      const url = `/api/v1/partnerships/${partnershipToShow}/${path}`;
      const { status, text } = await send(secretOf.get(role) ?? '', url, body);
      if (status >= 300) throw new Error(`${role}, ${path}: ${status} ${text}`);
      return JSON.parse(text) as Awaited<ReturnType<Api>>;
    };
    try {
      for (const step of steps) await step(api);
    } finally {
      for (const { person, id } of begun) await this.sessions.end(person, id, 'signed out');
    }
  }

  private async begin(role: PersonRole) {
    const { person, grant } = idsOf({ role });
    const label = 'The half year that the demonstration shows';
    const { secret, id } = await this.sessions.start({ kind: 'token', person, grant, label, ...lengths });
    return { role, person, secret, id };
  }
}
