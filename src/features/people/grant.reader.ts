import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Listing } from '../../platform/database/listing.js';
import { NoteReading } from '../shared/note-reading.js';
import { NotedReader } from '../shared/noted-reader.js';
import type { Grant } from './dto/grant.js';
import { grantColumns, type GrantRow, grants, showGrant } from './show-grant.js';

const inPartnership = `${grants} where g.partnership_id = $1`;

export const grantListing: Listing = { select: inPartnership, ...grantColumns };

/** The roles that people have in one partnership. */
@Injectable()
export class GrantReader extends NotedReader<GrantRow, Grant> {
  constructor(database: Database, noting: NoteReading) {
    const one = `${inPartnership} and g.id = $2`;
    super(database, noting, { subject: 'role_grant', listing: grantListing, one, show: showGrant });
  }
}
