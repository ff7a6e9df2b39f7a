import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import { Ids } from '../../platform/ids/ids.js';
import { provenanceColumns } from '../shared/provenance.js';
import type { NewPerson, Person } from './dto/person.js';
import { PeopleStore } from './people.store.js';
import { showPerson } from './person.reader.js';

@Injectable()
export class RegisterPerson {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleStore,
    private readonly ids: Ids,
  ) {}

  /** Records that there is such a person. Until somebody gives them a role they can do nothing. */
  run(context: Context, given: NewPerson, id = this.ids.next()): Promise<Person> {
    return this.database.write(context, async (session) => {
      const { name, authority = null } = given;
      const row = { id, name, authority_id: authority, ...provenanceColumns(given) };
      return showPerson(await this.people.addPerson(session, row));
    });
  }
}
