import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { NamedRoutes } from '../shared/named-routes.js';
import { AddPartnership } from './add-partnership.js';
import { NewPartnership, Partnership } from './dto/partnership.js';
import { PartnershipReader, partnershipListing } from './partnership.reader.js';

@ApiTags('Partnerships')
@Controller('api/v1/partnerships')
export class PartnershipsController extends NamedRoutes({
  record: 'partnership',
  add: NewPartnership,
  view: Partnership,
  listing: partnershipListing,
  one: 'a partnership',
  many: 'partnerships',
  placeOf: ({ id }) => id,
}) {
  constructor(
    protected readonly reader: PartnershipReader,
    protected readonly adds: AddPartnership,
  ) {
    super();
  }
}
