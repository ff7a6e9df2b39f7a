import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import { AdministratorReader } from './administrator.reader.js';
import type { Grant, GrantEnding } from './dto/grant.js';
import { PeopleStore } from './people.store.js';

@Injectable()
export class EndAdministrator {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleStore,
    private readonly administrators: AdministratorReader,
  ) {}

  /** Ends an administrator's role: from the next request on, in every process, nobody acts in it. */
  run(context: Context, id: string, { reason }: GrantEnding): Promise<Grant> {
    return this.database.write(context, async (session) => {
      await this.administrators.findIn(session, [id]);
      await this.people.addEnd(session, { grant_id: id, source: reason });
      return this.administrators.findIn(session, [id]);
    });
  }
}
