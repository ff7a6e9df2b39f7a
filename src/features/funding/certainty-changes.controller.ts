import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RecordRoutes } from '../shared/record-routes.js';
import { AddCertaintyChange } from './add-certainty-change.js';
import { CertaintyChange, NewCertaintyChange } from './dto/certainty-change.js';
import { CertaintyChangeReader, certaintyChangeListing } from './certainty-change.reader.js';

@ApiTags('Funding')
@Controller('api/v1/partnerships/:partnership/certainty-changes')
export class CertaintyChangesController extends RecordRoutes({
  record: 'certainty-change',
  add: NewCertaintyChange,
  view: CertaintyChange,
  listing: certaintyChangeListing,
  one: 'a change of certainty',
  many: 'changes of certainty',
}) {
  constructor(
    protected readonly reader: CertaintyChangeReader,
    protected readonly adds: AddCertaintyChange,
  ) {
    super();
  }
}
