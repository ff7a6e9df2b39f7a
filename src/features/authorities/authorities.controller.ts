import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { everyPartnership } from '../../platform/database/context.js';
import { NamedRoutes } from '../shared/named-routes.js';
import { AddAuthority } from './add-authority.js';
import { AuthorityReader, authorityListing } from './authority.reader.js';
import { Authority, NewAuthority } from './dto/authority.js';

@ApiTags('Authorities')
@Controller('api/v1/authorities')
export class AuthoritiesController extends NamedRoutes({
  record: 'authority',
  add: NewAuthority,
  view: Authority,
  listing: authorityListing,
  one: 'an authority',
  many: 'authorities',
  placeOf: () => everyPartnership,
}) {
  constructor(
    protected readonly reader: AuthorityReader,
    protected readonly adds: AddAuthority,
  ) {
    super();
  }
}
