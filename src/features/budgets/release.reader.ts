import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Listing } from '../../platform/database/listing.js';
import { toPounds } from '../shared/money.js';
import { showProvenance } from '../shared/provenance.js';
import { RecordReader } from '../shared/record-kind.js';
import type { CommitmentReleaseRow } from './commitment.entity.js';
import type { CommitmentRelease } from './dto/commitment.js';

const releases = 'select r.* from commitment_release r where r.partnership_id = $1';

export const releaseListing: Listing = {
  select: releases,
  key: { sql: 'r.id', type: 'uuid' },
  filters: { commitment: { sql: 'r.commitment_id', type: 'uuid' } },
  sorts: { releasedOn: { sql: 'r.released_on', type: 'date' } },
};

export function showRelease(row: CommitmentReleaseRow): CommitmentRelease {
  return {
    id: row.id,
    commitment: row.commitment_id,
    amount: toPounds(row.amount_pence),
    releasedOn: row.released_on,
    reason: row.reason,
    ...showProvenance(row),
  };
}

/** What was let go of orders. */
@Injectable()
export class ReleaseReader extends RecordReader<CommitmentReleaseRow, CommitmentRelease> {
  constructor(database: Database) {
    super(database, { listing: releaseListing, one: `${releases} and r.id = $2`, show: showRelease });
  }
}
