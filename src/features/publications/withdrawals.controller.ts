import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RecordRoutes } from '../shared/record-routes.js';
import { NewWithdrawal, Withdrawal } from './dto/withdrawal.js';
import { WithdrawalReader, withdrawalListing } from './withdrawal.reader.js';
import { WithdrawPublication } from './withdraw-publication.js';

@ApiTags('Publications')
@Controller('api/v1/partnerships/:partnership/withdrawals')
export class WithdrawalsController extends RecordRoutes({
  record: 'withdrawal',
  add: NewWithdrawal,
  view: Withdrawal,
  listing: withdrawalListing,
  one: 'a withdrawal',
  many: 'withdrawals',
  says: 'The public is no longer shown what is withdrawn; the record of it stays.',
}) {
  constructor(
    protected readonly reader: WithdrawalReader,
    protected readonly adds: WithdrawPublication,
  ) {
    super();
  }
}
