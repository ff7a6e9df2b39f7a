import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Context, everyPartnership } from '../../platform/database/context.js';
import { BodyPipe } from '../../platform/http/body.pipe.js';
import { uuidOrNotFound } from '../../platform/http/names.js';
import { Does } from '../access/does.js';
import { Acting } from '../shared/acting.js';
import { DescribesChange } from '../shared/api.js';
import { NamedRoutes } from '../shared/named-routes.js';
import { AdministratorReader, administratorListing } from './administrator.reader.js';
import { Grant, GrantEnding, NewAdministrator } from './dto/grant.js';
import { EndAdministrator } from './end-administrator.js';
import { NameAdministrator } from './name-administrator.js';

@ApiTags('People')
@Controller('api/v1/grants')
export class AdministratorsController extends NamedRoutes({
  record: { read: 'administrator.read', add: 'administrator.name' },
  add: NewAdministrator,
  view: Grant,
  listing: administratorListing,
  one: 'an administrator of the system',
  many: 'the administrators of the system',
  placeOf: () => everyPartnership,
  says: 'An administrator holds no role in any partnership, and nobody with such a role administers.',
}) {
  constructor(
    protected readonly reader: AdministratorReader,
    protected readonly adds: NameAdministrator,
    private readonly ends: EndAdministrator,
  ) {
    super();
  }

  @Post(':id/end')
  @HttpCode(200)
  @Does('administrator.end')
  @DescribesChange(GrantEnding, Grant, 'End the role of an administrator')
  end(
    @Acting() context: Context,
    @Param('id') id: string,
    @Body(new BodyPipe(GrantEnding)) given: GrantEnding,
  ): Promise<Grant> {
    return this.ends.run(context, uuidOrNotFound(id), given);
  }
}
