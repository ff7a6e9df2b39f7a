import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import type { Listing } from '../../platform/database/listing.js';
import { uuidOrNotFound } from '../../platform/http/names.js';
import { showProvenance } from '../shared/provenance.js';
import { NoteReading } from '../shared/note-reading.js';
import { NotedReader } from '../shared/noted-reader.js';
import type { Person } from './dto/person.js';
import type { PersonRow } from './person.entity.js';

export const personListing: Listing = {
  select: 'select * from person where true',
  key: { sql: 'id', type: 'uuid' },
  filters: {
    name: { sql: 'name', type: 'text' },
    authority: { sql: 'authority_id', type: 'text' },
    illustrative: { sql: 'illustrative', type: 'boolean' },
  },
  sorts: { name: { sql: 'name', type: 'text' } },
};

export function showPerson({ id, name, authority_id, ...row }: PersonRow): Person {
  return { id, name, authority: authority_id, ...showProvenance(row) };
}

/** People, as far as whoever asks may know of them. */
@Injectable()
export class PersonReader extends NotedReader<PersonRow, Person> {
  constructor(database: Database, noting: NoteReading) {
    const one = 'select * from person where id = $1';
    super(database, noting, { subject: 'person', listing: personListing, one, show: showPerson });
  }

  override async findByName(context: Context, id: string): Promise<Person> {
    return super.findByName(context, uuidOrNotFound(id));
  }
}
