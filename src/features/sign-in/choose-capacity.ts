import { Injectable } from '@nestjs/common';
import { isUuid } from '../../platform/http/names.js';
import { SessionStore } from '../access/session.store.js';

/** Puts on one of a person's own capacities. The session goes on under a new secret; the old one is worth nothing. */
@Injectable()
export class ChooseCapacity {
  constructor(private readonly sessions: SessionStore) {}

  /** The new secret, or nothing where that is no capacity of theirs today. */
  async run(ticket: string, grant: string): Promise<string | undefined> {
    if (!isUuid(grant)) return undefined;
    return (await this.sessions.choose(ticket, grant))?.secret;
  }
}
