import { Injectable } from '@nestjs/common';
import { SessionReader } from '../access/session.reader.js';
import { SessionStore, type Started } from '../access/session.store.js';
import type { ReadSession } from '../../platform/database/session.js';
import { sessionIdle, sessionLongest } from './limits.js';

/** Begins the session of a person who has shown who they are, by whichever way. */
@Injectable()
export class BeginSession {
  constructor(
    private readonly sessions: SessionStore,
    private readonly reader: SessionReader,
  ) {}

  /** Gives back the secret for the cookie. */
  async run(person: string, label: string): Promise<string> {
    return (await this.within(undefined, person, label, await this.onlyCapacity(person))).secret;
  }

  /** Whoever has one capacity acts in it; whoever has several, or none, chooses next. */
  async onlyCapacity(person: string): Promise<string | undefined> {
    const [only, another] = await this.reader.capacities(person);
    return another === undefined ? only?.grant : undefined;
  }

  /** The same in a transaction that is open: what it asks beforehand would wait for a connection while it holds one. */
  async within(
    session: Pick<ReadSession, 'one'> | undefined,
    person: string,
    label: string,
    grant: string | undefined,
  ): Promise<Started> {
    const lengths = { idleFor: `${sessionIdle} seconds`, lasts: `${sessionLongest} seconds` };
    const begins = { kind: 'browser', person, grant, label: label.slice(0, 200), ...lengths } as const;
    return this.sessions.start(begins, session);
  }
}
