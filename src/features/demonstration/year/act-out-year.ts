import { Injectable } from '@nestjs/common';
import { SessionStore } from '../../access/session.store.js';
import type { PersonRole } from '../../access/roles.js';
import { partnershipToShow } from '../demonstration-people.js';
import { idsOf } from '../demonstration-sign-ins.js';
import { type Posts, steps } from './steps.js';

/** Sends what somebody posts to the API, as everybody's programs do, and gives back the answer. */
export type Send = (
  secret: string,
  url: string,
  body: object | string,
) => Promise<{ readonly status: number; readonly text: string }>;

const actors: readonly PersonRole[] = ['finance-lead', 'finance-officer', 'lead-officer'];
const lengths = { idleFor: '1 hour', lasts: '1 hour' } as const;

/**
 * Acts out half a year of the ledger that is shown: people of the demonstration propose, approve, bill, dispute, close and
 * open again, each in their own role and by the same addresses as everyone. Nothing is posted in another way.
 */
@Injectable()
export class ActOutYear {
  constructor(private readonly sessions: SessionStore) {}

  /** Stops between two steps when it is told to; what was done by then stands. */
  async run(send: Send, signal: AbortSignal): Promise<void> {
    const begun = await Promise.all(actors.map((role) => this.begin(role)));
    const secretOf = new Map(begun.map(({ role, secret }) => [role, secret]));
    const posts: Posts = async (role, path, body) => {
      signal.throwIfAborted();
      const url = `/api/v1/partnerships/${partnershipToShow}/${path}`;
      const { status, text } = await send(secretOf.get(role) ?? '', url, body);
      if (status >= 300) throw new Error(`${role}, ${path}: ${status} ${text}`);
      return JSON.parse(text) as Awaited<ReturnType<Posts>>;
    };
    try {
      for (const step of steps) await step(posts);
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
