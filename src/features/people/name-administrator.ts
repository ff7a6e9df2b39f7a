import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import { Ids } from '../../platform/ids/ids.js';
import { provenanceColumns } from '../shared/provenance.js';
import { AdministratorReader } from './administrator.reader.js';
import type { Grant, NewAdministrator } from './dto/grant.js';
import { PeopleStore } from './people.store.js';

@Injectable()
export class NameAdministrator {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleStore,
    private readonly administrators: AdministratorReader,
    private readonly ids: Ids,
  ) {}

  /** Makes a person an administrator of the system, who has no role in any partnership. */
  run(context: Context, given: NewAdministrator, id = this.ids.next()): Promise<Grant> {
    return this.database.write(context, async (session) => {
      await this.people.addGrant(session, {
        id,
        person_id: given.person,
        role: 'administrator',
        starts_on: given.from,
        ends_before: given.until ?? null,
        ...provenanceColumns(given),
      });
      return this.administrators.findIn(session, [id]);
    });
  }
}
