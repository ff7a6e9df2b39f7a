import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RecordRoutes } from '../shared/record-routes.js';
import { AddFundingAmount } from './add-funding-amount.js';
import { FundingAmount, NewFundingAmount } from './dto/funding-amount.js';
import { FundingAmountReader, fundingAmountListing } from './funding-amount.reader.js';

@ApiTags('Funding')
@Controller('api/v1/partnerships/:partnership/funding-amounts')
export class FundingAmountsController extends RecordRoutes({
  record: 'funding-amount',
  add: NewFundingAmount,
  view: FundingAmount,
  listing: fundingAmountListing,
  one: 'an amount of a funding source',
  many: 'amounts of funding sources',
}) {
  constructor(
    protected readonly reader: FundingAmountReader,
    protected readonly adds: AddFundingAmount,
  ) {
    super();
  }
}
