import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Listing } from '../../platform/database/listing.js';
import { toPounds } from '../shared/money.js';
import { showProvenance } from '../shared/provenance.js';
import { RecordReader } from '../shared/record-kind.js';
import type { Receipt } from './dto/receipt.js';
import type { ReceiptRow } from './receipt.entity.js';

export const receiptListing: Listing = {
  select: 'select * from receipt where partnership_id = $1',
  key: { sql: 'id', type: 'uuid' },
  filters: {
    authority: { sql: 'authority_id', type: 'text' },
    contribution: { sql: 'contribution_id', type: 'uuid' },
    receivedOn: { sql: 'received_on', type: 'date' },
    illustrative: { sql: 'illustrative', type: 'boolean' },
  },
  sorts: {
    receivedOn: { sql: 'received_on', type: 'date' },
    amount: { sql: 'amount_pence', type: 'bigint' },
  },
};

export function showReceipt(row: ReceiptRow): Receipt {
  return {
    id: row.id,
    contribution: row.contribution_id,
    authority: row.authority_id,
    receivedOn: row.received_on,
    amount: toPounds(row.amount_pence),
    reference: row.reference,
    ...showProvenance(row),
  };
}

@Injectable()
export class ReceiptReader extends RecordReader<ReceiptRow, Receipt> {
  constructor(database: Database) {
    super(database, {
      listing: receiptListing,
      one: 'select * from receipt where partnership_id = $1 and id = $2',
      show: showReceipt,
    });
  }
}
