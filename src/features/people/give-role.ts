import { Injectable } from '@nestjs/common';
import { type Context, within } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import { Ids } from '../../platform/ids/ids.js';
import { provenanceColumns } from '../shared/provenance.js';
import type { Grant, NewGrant } from './dto/grant.js';
import { GrantReader } from './grant.reader.js';
import { PeopleStore } from './people.store.js';

@Injectable()
export class GiveRole {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleStore,
    private readonly grants: GrantReader,
    private readonly ids: Ids,
  ) {}

  /** Gives a person a role in a partnership. Who may give which to whom the database holds. */
  run(context: Context, partnership: string, given: NewGrant, id = this.ids.next()): Promise<Grant> {
    return this.database.write(within(context, partnership), async (session) => {
      await this.people.addGrant(session, {
        id,
        partnership_id: partnership,
        person_id: given.person,
        role: given.role,
        authority_id: given.authority ?? null,
        starts_on: given.from,
        ends_before: given.until ?? null,
        ...provenanceColumns(given),
      });
      return this.grants.findIn(session, [partnership, id]);
    });
  }
}
