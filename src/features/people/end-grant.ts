import { Injectable } from '@nestjs/common';
import { type Context, within } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import type { Grant, GrantEnding } from './dto/grant.js';
import { GrantReader } from './grant.reader.js';
import { PeopleStore } from './people.store.js';

@Injectable()
export class EndGrant {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleStore,
    private readonly grants: GrantReader,
  ) {}

  /** Ends a role in a partnership: from the next request on, in every process, nobody acts in it. */
  run(context: Context, partnership: string, id: string, { reason }: GrantEnding): Promise<Grant> {
    return this.database.write(within(context, partnership), async (session) => {
      await this.grants.findIn(session, [partnership, id]);
      await this.people.addEnd(session, { grant_id: id, partnership_id: partnership, source: reason });
      return this.grants.findIn(session, [partnership, id]);
    });
  }
}
