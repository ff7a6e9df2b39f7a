import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Listing } from '../../platform/database/listing.js';
import { showProvenance } from '../shared/provenance.js';
import { RecordReader } from '../shared/record-kind.js';
import type { AgreementRow } from './agreement.entity.js';
import type { Agreement } from './dto/agreement.js';

export const agreementListing: Listing = {
  select: 'select * from agreement where partnership_id = $1',
  key: { sql: 'id', type: 'uuid' },
  filters: { illustrative: { sql: 'illustrative', type: 'boolean' } },
  sorts: { from: { sql: 'starts_on', type: 'date' }, title: { sql: 'title', type: 'text' } },
};

export function showAgreement(row: AgreementRow): Agreement {
  const { id, title, starts_on, ends_before } = row;
  return { id, title, from: starts_on, until: ends_before, ...showProvenance(row) };
}

@Injectable()
export class AgreementReader extends RecordReader<AgreementRow, Agreement> {
  constructor(database: Database) {
    super(database, {
      listing: agreementListing,
      one: 'select * from agreement where partnership_id = $1 and id = $2',
      show: showAgreement,
    });
  }
}
