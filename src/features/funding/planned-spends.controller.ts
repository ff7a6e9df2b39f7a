import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RecordRoutes } from '../shared/record-routes.js';
import { AddPlannedSpend } from './add-planned-spend.js';
import { PlannedSpend, NewPlannedSpend } from './dto/planned-spend.js';
import { PlannedSpendReader, plannedSpendListing } from './planned-spend.reader.js';

@ApiTags('Funding')
@Controller('api/v1/partnerships/:partnership/planned-spends')
export class PlannedSpendsController extends RecordRoutes({
  record: 'planned-spend',
  add: NewPlannedSpend,
  view: PlannedSpend,
  listing: plannedSpendListing,
  one: 'planned spending',
  many: 'planned spending',
}) {
  constructor(
    protected readonly reader: PlannedSpendReader,
    protected readonly adds: AddPlannedSpend,
  ) {
    super();
  }
}
