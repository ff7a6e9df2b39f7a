import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RecordRoutes } from '../shared/record-routes.js';
import { AddFundingSource } from './add-funding-source.js';
import { FundingSource, NewFundingSource } from './dto/funding-source.js';
import { FundingSourceReader, fundingSourceListing } from './funding-source.reader.js';

@ApiTags('Funding')
@Controller('api/v1/partnerships/:partnership/funding-sources')
export class FundingSourcesController extends RecordRoutes({
  record: 'funding-source',
  add: NewFundingSource,
  view: FundingSource,
  listing: fundingSourceListing,
  one: 'a funding source',
  many: 'funding sources',
}) {
  constructor(
    protected readonly reader: FundingSourceReader,
    protected readonly adds: AddFundingSource,
  ) {
    super();
  }
}
