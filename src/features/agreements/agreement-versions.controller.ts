import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RecordRoutes } from '../shared/record-routes.js';
import { AddAgreementVersion } from './add-agreement-version.js';
import { AgreementVersionReader, agreementVersionListing } from './agreement-version.reader.js';
import { AgreementVersion, NewAgreementVersion } from './dto/agreement-version.js';

@ApiTags('Agreements')
@Controller('api/v1/partnerships/:partnership/agreement-versions')
export class AgreementVersionsController extends RecordRoutes({
  record: 'agreement-version',
  add: NewAgreementVersion,
  view: AgreementVersion,
  listing: agreementVersionListing,
  one: 'an agreement version',
  many: 'agreement versions',
  says:
    'A version is never edited. For the days it shares with earlier versions it takes their place only when it names ' +
    'them in `supersedes`; otherwise the overlap is refused.',
}) {
  constructor(
    protected readonly reader: AgreementVersionReader,
    protected readonly adds: AddAgreementVersion,
  ) {
    super();
  }
}
