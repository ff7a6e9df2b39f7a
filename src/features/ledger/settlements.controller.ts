import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RecordRoutes } from '../shared/record-routes.js';
import { LedgerSettlement, NewSettlement } from './dto/settlement.js';
import { ProposeSettlement } from './propose-settlement.js';
import { SettlementReader, settlementListing } from './settlement.reader.js';

@ApiTags('Ledger')
@Controller('api/v1/partnerships/:partnership/ledger/settlements')
export class SettlementsController extends RecordRoutes({
  record: { read: 'ledger.read', add: 'ledger-settlement.add' },
  add: NewSettlement,
  view: LedgerSettlement,
  listing: settlementListing,
  one: 'a settlement of a year',
  many: 'the settlements of years',
  says:
    'Proposes the entries that follow from a recorded true-up or variance, and from no other figures: one draft for each partner ' +
    'of a true-up; of a variance one for what partners pay or get back and what is carried forward, another for the reserve. ' +
    'Somebody else approves each. What nobody bears yet is refused with what the board has to decide.',
}) {
  constructor(
    protected readonly reader: SettlementReader,
    protected readonly adds: ProposeSettlement,
  ) {
    super();
  }
}
