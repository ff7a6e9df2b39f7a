import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RecordRoutes } from '../shared/record-routes.js';
import { CloseMonth } from './close-month.js';
import { ClosingReader, closingListing } from './closing.reader.js';
import { LedgerClosing, NewClosing } from './dto/closing.js';

@ApiTags('Ledger')
@Controller('api/v1/partnerships/:partnership/ledger/closings')
export class ClosingsController extends RecordRoutes({
  record: { read: 'ledger.read', add: 'ledger-closing.add' },
  add: NewClosing,
  view: LedgerClosing,
  listing: closingListing,
  one: 'a closing of a month of the ledger',
  many: 'the closings of months of the ledger',
  says: 'Months are closed one after another, once they are over. What every account comes to is frozen with its digest, and the month takes no entry from then on.',
}) {
  constructor(
    protected readonly reader: ClosingReader,
    protected readonly adds: CloseMonth,
  ) {
    super();
  }
}
