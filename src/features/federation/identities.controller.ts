import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Context } from '../../platform/database/context.js';
import { BodyPipe } from '../../platform/http/body.pipe.js';
import { uuidOrNotFound } from '../../platform/http/names.js';
import { Does } from '../access/does.js';
import { Acting } from '../shared/acting.js';
import { DescribesAdd, DescribesChange, DescribesList, DescribesOne } from '../shared/api.js';
import { IdempotencyKey } from '../shared/idempotency-key.js';
import { Once } from '../shared/once.js';
import type { Listed } from '../shared/record-kind.js';
import { AddIdentity } from './add-identity.js';
import { Identity, IdentityEnding, NewIdentity } from './dto/identity.js';
import { EndIdentity } from './end-identity.js';
import { identityListing, IdentityReader } from './identity.reader.js';

type Place = Record<'person' | 'id', string>;

@ApiTags('People')
@Controller('api/v1/people/:person/identities')
export class IdentitiesController {
  constructor(
    private readonly reader: IdentityReader,
    private readonly adds: AddIdentity,
    private readonly ends: EndIdentity,
    private readonly once: Once,
  ) {}

  @Get()
  @Does('identity.read')
  @DescribesList(Identity, identityListing, 'List what providers call a person')
  list(
    @Acting() context: Context,
    @Param('person') person: string,
    @Query() query: Record<string, unknown>,
  ): Promise<Listed<Identity>> {
    return this.reader.ofPerson(context, uuidOrNotFound(person), query);
  }

  @Get(':id')
  @Does('identity.read')
  @DescribesOne(Identity, 'Read what a provider calls a person')
  read(@Acting() context: Context, @Param() { person, id }: Place): Promise<Identity> {
    return this.reader.oneOf(context, uuidOrNotFound(person), uuidOrNotFound(id));
  }

  @Post()
  @Does('identity.add')
  @DescribesAdd(NewIdentity, Identity, 'Link what a provider calls a person', 'Their own council’s provider alone.')
  add(
    @Acting() context: Context,
    @Param('person') person: string,
    @IdempotencyKey() key: string,
    @Body(new BodyPipe(NewIdentity)) given: NewIdentity,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Identity> {
    const whom = uuidOrNotFound(person);
    const work = (inside: Context) => this.adds.run(inside, whom, given);
    return this.once.create(context, { key, body: { person: whom, ...given }, reply }, work);
  }

  @Post(':id/end')
  @HttpCode(200)
  @Does('identity.end')
  @DescribesChange(IdentityEnding, Identity, 'End it', 'Whoever had signed in by it is signed out at once.')
  end(
    @Acting() context: Context,
    @Param() { person, id }: Place,
    @Body(new BodyPipe(IdentityEnding)) given: IdentityEnding,
  ): Promise<Identity> {
    return this.ends.run(context, uuidOrNotFound(person), uuidOrNotFound(id), given);
  }
}
