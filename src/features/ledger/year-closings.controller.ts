import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RecordRoutes } from '../shared/record-routes.js';
import { CloseYear } from './close-year.js';
import { LedgerYearClosing, NewYearClosing } from './dto/year-closing.js';
import { YearClosingReader, yearClosingListing } from './year-closing.reader.js';

@ApiTags('Ledger')
@Controller('api/v1/partnerships/:partnership/ledger/year-closings')
export class YearClosingsController extends RecordRoutes({
  record: { read: 'ledger.read', add: 'ledger-closing.add' },
  add: NewYearClosing,
  view: LedgerYearClosing,
  listing: yearClosingListing,
  one: 'a closing of a year of the ledger',
  many: 'the closings of years of the ledger',
  says:
    'A year is closed once its twelve months are, and its true-up and its variance are settled or decided to be nil, at the outturn ' +
    'that the ledger has. The next year opens with what is frozen here; no entry is posted for it. It is open again once two councils ' +
    'have its last month opened again.',
}) {
  constructor(
    protected readonly reader: YearClosingReader,
    protected readonly adds: CloseYear,
  ) {
    super();
  }
}
