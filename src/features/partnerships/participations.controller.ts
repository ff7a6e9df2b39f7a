import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RecordRoutes } from '../shared/record-routes.js';
import { AddParticipation } from './add-participation.js';
import { NewParticipation, Participation } from './dto/participation.js';
import { ParticipationReader, participationListing } from './participation.reader.js';

@ApiTags('Partnerships')
@Controller('api/v1/partnerships/:partnership/participations')
export class ParticipationsController extends RecordRoutes({
  record: 'participation',
  add: NewParticipation,
  view: Participation,
  listing: participationListing,
  one: 'a participation',
  many: 'participations',
  says: 'From its first participation on, the other records of the partnership may name the authority too. A lead officer invites and admits observers; that a council is a partner or the host, or has withdrawn, is for the councils together, and an administrator records it.',
}) {
  constructor(
    protected readonly reader: ParticipationReader,
    protected readonly adds: AddParticipation,
  ) {
    super();
  }
}
