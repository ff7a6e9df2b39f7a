import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RecordRoutes } from '../shared/record-routes.js';
import { AddReceipt } from './add-receipt.js';
import { NewReceipt, Receipt } from './dto/receipt.js';
import { ReceiptReader, receiptListing } from './receipt.reader.js';

@ApiTags('Contributions')
@Controller('api/v1/partnerships/:partnership/receipts')
export class ReceiptsController extends RecordRoutes({
  record: 'receipt',
  add: NewReceipt,
  view: Receipt,
  listing: receiptListing,
  one: 'a receipt',
  many: 'receipts',
}) {
  constructor(
    protected readonly reader: ReceiptReader,
    protected readonly adds: AddReceipt,
  ) {
    super();
  }
}
