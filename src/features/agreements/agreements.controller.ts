import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RecordRoutes } from '../shared/record-routes.js';
import { AddAgreement } from './add-agreement.js';
import { AgreementReader, agreementListing } from './agreement.reader.js';
import { Agreement, NewAgreement } from './dto/agreement.js';

@ApiTags('Agreements')
@Controller('api/v1/partnerships/:partnership/agreements')
export class AgreementsController extends RecordRoutes({
  record: 'agreement',
  add: NewAgreement,
  view: Agreement,
  listing: agreementListing,
  one: 'an agreement',
  many: 'agreements',
}) {
  constructor(
    protected readonly reader: AgreementReader,
    protected readonly adds: AddAgreement,
  ) {
    super();
  }
}
