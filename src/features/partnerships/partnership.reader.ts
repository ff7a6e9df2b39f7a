import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Listing } from '../../platform/database/listing.js';
import { showProvenance } from '../shared/provenance.js';
import { RecordReader } from '../shared/record-kind.js';
import type { Partnership } from './dto/partnership.js';
import type { PartnershipRow } from './partnership.entity.js';

export const partnershipListing: Listing = {
  select: 'select * from partnership where true',
  key: { sql: 'id', type: 'text' },
  filters: {
    name: { sql: 'name', type: 'text' },
    deliveryModel: { sql: 'delivery_model', type: 'text' },
    liveOn: { sql: 'live_on', type: 'date' },
    illustrative: { sql: 'illustrative', type: 'boolean' },
  },
  sorts: {
    name: { sql: 'name', type: 'text' },
    deliveryModel: { sql: 'delivery_model', type: 'text' },
  },
};

export function showPartnership(row: PartnershipRow): Partnership {
  return {
    id: row.id,
    name: row.name,
    deliveryModel: row.delivery_model,
    about: row.about,
    liveOn: row.live_on,
    fullyOperationalOn: row.fully_operational_on,
    ...showProvenance(row),
  };
}

@Injectable()
export class PartnershipReader extends RecordReader<PartnershipRow, Partnership> {
  constructor(database: Database) {
    super(database, {
      listing: partnershipListing,
      one: 'select * from partnership where id = $1',
      show: showPartnership,
    });
  }
}
