import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import type { Listing } from '../../platform/database/listing.js';
import { uuidOrNotFound } from '../../platform/http/names.js';
import { RecordReader } from '../shared/record-kind.js';
import type { Grant } from './dto/grant.js';
import { grantColumns, type GrantRow, grants, showGrant } from './show-grant.js';

const ofTheSystem = `${grants} where g.partnership_id is null`;

export const administratorListing: Listing = { select: ofTheSystem, ...grantColumns };

/** The grants of administrators, which are in no partnership. */
@Injectable()
export class AdministratorReader extends RecordReader<GrantRow, Grant> {
  constructor(database: Database) {
    super(database, { listing: administratorListing, one: `${ofTheSystem} and g.id = $1`, show: showGrant });
  }

  override async findByName(context: Context, id: string): Promise<Grant> {
    return super.findByName(context, uuidOrNotFound(id));
  }
}
