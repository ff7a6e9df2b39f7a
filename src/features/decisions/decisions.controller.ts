import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RecordRoutes } from '../shared/record-routes.js';
import { AddDecision } from './add-decision.js';
import { DecisionReader, decisionListing } from './decision.reader.js';
import { Decision, NewDecision } from './dto/decision.js';

@ApiTags('Decisions')
@Controller('api/v1/partnerships/:partnership/decisions')
export class DecisionsController extends RecordRoutes({
  record: 'decision',
  add: NewDecision,
  view: Decision,
  listing: decisionListing,
  one: 'a decision',
  many: 'decisions',
}) {
  constructor(
    protected readonly reader: DecisionReader,
    protected readonly adds: AddDecision,
  ) {
    super();
  }
}
