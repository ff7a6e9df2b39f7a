import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import type { Identity, IdentityEnding } from './dto/identity.js';
import { IdentityReader } from './identity.reader.js';
import { IdentityStore } from './identity.store.js';

@Injectable()
export class EndIdentity {
  constructor(
    private readonly database: Database,
    private readonly identities: IdentityStore,
    private readonly reader: IdentityReader,
  ) {}

  /** Nobody signs in by it any more; the database signs out whoever had. */
  run(context: Context, person: string, id: string, { reason }: IdentityEnding): Promise<Identity> {
    return this.database.write(context, async (session) => {
      await this.reader.findIn(session, [person, id]);
      await this.identities.end(session, id, reason);
      return this.reader.findIn(session, [person, id]);
    });
  }
}
