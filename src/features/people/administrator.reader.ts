import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import type { Listing } from '../../platform/database/listing.js';
import { uuidOrNotFound } from '../../platform/http/names.js';
import { NoteReading } from '../shared/note-reading.js';
import { NotedReader } from '../shared/noted-reader.js';
import type { Grant } from './dto/grant.js';
import { grantColumns, type GrantRow, grants, showGrant } from './show-grant.js';

const ofTheSystem = `${grants} where g.partnership_id is null`;

export const administratorListing: Listing = { select: ofTheSystem, ...grantColumns };

/** The grants of administrators, which are in no partnership. */
@Injectable()
export class AdministratorReader extends NotedReader<GrantRow, Grant> {
  constructor(database: Database, noting: NoteReading) {
    const one = `${ofTheSystem} and g.id = $1`;
    super(database, noting, { subject: 'role_grant', listing: administratorListing, one, show: showGrant });
  }

  override async findByName(context: Context, id: string): Promise<Grant> {
    return super.findByName(context, uuidOrNotFound(id));
  }
}
