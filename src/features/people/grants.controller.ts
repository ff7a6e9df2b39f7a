import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Context } from '../../platform/database/context.js';
import { BodyPipe } from '../../platform/http/body.pipe.js';
import { slugOrNotFound, uuidOrNotFound } from '../../platform/http/names.js';
import { Acting } from '../shared/acting.js';
import { DescribesChange, DoesInPartnership } from '../shared/api.js';
import { RecordRoutes } from '../shared/record-routes.js';
import { ApproveGrant } from './approve-grant.js';
import { Grant, GrantEnding, NewApproval, NewGrant } from './dto/grant.js';
import { EndGrant } from './end-grant.js';
import { GiveRole } from './give-role.js';
import { GrantReader, grantListing } from './grant.reader.js';

type Place = Record<'partnership' | 'id', string>;

@ApiTags('People')
@Controller('api/v1/partnerships/:partnership/grants')
export class GrantsController extends RecordRoutes({
  record: { read: 'grant.read', add: 'grant.give' },
  add: NewGrant,
  view: Grant,
  listing: grantListing,
  one: 'a role that somebody has',
  many: 'the roles that people have',
  says: 'By the lead officer of the authority it belongs to; the first lead officer of each is named by an administrator.',
}) {
  constructor(
    protected readonly reader: GrantReader,
    protected readonly adds: GiveRole,
    private readonly approves: ApproveGrant,
    private readonly ends: EndGrant,
  ) {
    super();
  }

  @Post(':id/approvals')
  @HttpCode(200)
  @DoesInPartnership('grant.approve')
  @DescribesChange(NewApproval, Grant, 'Agree, as a second council, that somebody is an auditor')
  approve(
    @Acting() context: Context,
    @Param() { partnership, id }: Place,
    @Body(new BodyPipe(NewApproval)) given: NewApproval,
  ): Promise<Grant> {
    return this.approves.run(context, slugOrNotFound(partnership), uuidOrNotFound(id), given);
  }

  @Post(':id/end')
  @HttpCode(200)
  @DoesInPartnership('grant.end')
  @DescribesChange(GrantEnding, Grant, 'End a role: from the next request on nobody acts in it')
  end(
    @Acting() context: Context,
    @Param() { partnership, id }: Place,
    @Body(new BodyPipe(GrantEnding)) given: GrantEnding,
  ): Promise<Grant> {
    return this.ends.run(context, slugOrNotFound(partnership), uuidOrNotFound(id), given);
  }
}
