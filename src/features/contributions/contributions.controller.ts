import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RecordRoutes } from '../shared/record-routes.js';
import { AddContribution } from './add-contribution.js';
import { ContributionReader, contributionListing } from './contribution.reader.js';
import { Contribution, NewContribution } from './dto/contribution.js';

@ApiTags('Contributions')
@Controller('api/v1/partnerships/:partnership/contributions')
export class ContributionsController extends RecordRoutes({
  record: 'contribution',
  add: NewContribution,
  view: Contribution,
  listing: contributionListing,
  one: 'a contribution',
  many: 'contributions',
}) {
  constructor(
    protected readonly reader: ContributionReader,
    protected readonly adds: AddContribution,
  ) {
    super();
  }
}
