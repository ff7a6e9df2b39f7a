import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { everyPartnership } from '../../platform/database/context.js';
import { NamedRoutes } from '../shared/named-routes.js';
import { NewPerson, Person } from './dto/person.js';
import { PersonReader, personListing } from './person.reader.js';
import { RegisterPerson } from './register-person.js';

@ApiTags('People')
@Controller('api/v1/people')
export class PeopleController extends NamedRoutes({
  record: 'person',
  add: NewPerson,
  view: Person,
  listing: personListing,
  one: 'a person',
  many: 'people',
  placeOf: () => everyPartnership,
  says: 'Until somebody gives them a role they can do nothing.',
}) {
  constructor(
    protected readonly reader: PersonReader,
    protected readonly adds: RegisterPerson,
  ) {
    super();
  }
}
