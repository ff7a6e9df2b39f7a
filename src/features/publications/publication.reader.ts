import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Listing } from '../../platform/database/listing.js';
import { showProvenance } from '../shared/provenance.js';
import { RecordReader } from '../shared/record-kind.js';
import type { Publication } from './dto/publication.js';
import type { PublicationRow } from './publication.entity.js';

export const publicationListing: Listing = {
  select: 'select * from publication where partnership_id = $1',
  key: { sql: 'id', type: 'uuid' },
  filters: {
    financialYear: { sql: 'financial_year', type: 'text' },
    asAt: { sql: 'as_at', type: 'date' },
    illustrative: { sql: 'illustrative', type: 'boolean' },
  },
  sorts: {
    publishedOn: { sql: 'published_on', type: 'date' },
    financialYear: { sql: 'financial_year', type: 'text' },
  },
};

export function showPublication(row: PublicationRow): Publication {
  return { ...showPublished(row), ...showProvenance(row) };
}

/** What everyone is told of it. */
export function showPublished(row: Omit<PublicationRow, 'document' | 'source' | 'recorded_at' | 'recorded_by'>) {
  return {
    id: row.id,
    title: row.title,
    financialYear: row.financial_year,
    asAt: row.as_at,
    publishedOn: row.published_on,
    digest: row.digest,
  };
}

@Injectable()
export class PublicationReader extends RecordReader<PublicationRow, Publication> {
  constructor(database: Database) {
    super(database, {
      listing: publicationListing,
      one: 'select * from publication where partnership_id = $1 and id = $2',
      show: showPublication,
    });
  }
}
