import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Listing } from '../../platform/database/listing.js';
import { RecordReader } from '../shared/record-kind.js';
import type { Grant } from './dto/grant.js';
import { grantColumns, type GrantRow, grants, showGrant } from './show-grant.js';

const inPartnership = `${grants} where g.partnership_id = $1`;

export const grantListing: Listing = { select: inPartnership, ...grantColumns };

/** The roles that people have in one partnership. */
@Injectable()
export class GrantReader extends RecordReader<GrantRow, Grant> {
  constructor(database: Database) {
    super(database, { listing: grantListing, one: `${inPartnership} and g.id = $2`, show: showGrant });
  }
}
