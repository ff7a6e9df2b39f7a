import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RecordRoutes } from '../shared/record-routes.js';
import { AddProvision } from './add-provision.js';
import { NewProvision, Provision } from './dto/provision.js';
import { ProvisionReader, provisionListing } from './provision.reader.js';

@ApiTags('Contributions')
@Controller('api/v1/partnerships/:partnership/provisions')
export class ProvisionsController extends RecordRoutes({
  record: 'provision',
  add: NewProvision,
  view: Provision,
  listing: provisionListing,
  one: 'a provision',
  many: 'provisions',
}) {
  constructor(
    protected readonly reader: ProvisionReader,
    protected readonly adds: AddProvision,
  ) {
    super();
  }
}
