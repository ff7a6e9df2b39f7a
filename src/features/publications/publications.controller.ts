import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RecordRoutes } from '../shared/record-routes.js';
import { NewPublication, Publication } from './dto/publication.js';
import { PublicationReader, publicationListing } from './publication.reader.js';
import { PublishStatement } from './publish-statement.js';

@ApiTags('Publications')
@Controller('api/v1/partnerships/:partnership/publications')
export class PublicationsController extends RecordRoutes({
  record: 'publication',
  add: NewPublication,
  view: Publication,
  listing: publicationListing,
  one: 'a publication',
  many: 'publications',
  says: 'Publishes the share statement of a year as it stands: from then on everyone may read it, and it never changes.',
}) {
  constructor(
    protected readonly reader: PublicationReader,
    protected readonly adds: PublishStatement,
  ) {
    super();
  }
}
