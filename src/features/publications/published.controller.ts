import { Controller, Get, Param } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { uuidOrNotFound } from '../../platform/http/names.js';
import { Does } from '../access/does.js';
import { DescribesOne } from '../shared/api.js';
import { PublishedList, PublishedStatement } from './dto/publication.js';
import { PublishedReader } from './published.reader.js';

@ApiTags('For everyone')
@Controller('api/v1/published')
export class PublishedController {
  constructor(private readonly published: PublishedReader) {}

  @Get()
  @Does('published.read')
  @DescribesOne(PublishedList, 'List what has been published', 'For everyone, signed in or not.')
  list(): Promise<PublishedList> {
    return this.published.list();
  }

  @Get(':id')
  @Does('published.read')
  @ApiParam({ name: 'id', description: 'Id of the publication', schema: { type: 'string', format: 'uuid' } })
  @DescribesOne(PublishedStatement, 'Read what has been published', 'For everyone, signed in or not. It never changes.')
  read(@Param('id') id: string): Promise<PublishedStatement> {
    return this.published.find(uuidOrNotFound(id));
  }
}
