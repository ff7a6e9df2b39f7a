import { Controller, Get, Param, Render } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Does } from '../../features/access/does.js';
import { PublishedReader } from '../../features/publications/published.reader.js';
import { uuidOrNotFound } from '../../platform/http/names.js';
import {
  type PublishedListPage,
  publishedListPage,
  type PublishedPage,
  publishedPage,
} from './published.view-model.js';

@ApiExcludeController()
@Controller('published')
export class PublishedPageController {
  constructor(private readonly published: PublishedReader) {}

  @Get()
  @Does('published.read')
  @Render('published/published-list.njk')
  async list(): Promise<PublishedListPage> {
    return publishedListPage((await this.published.list()).items);
  }

  @Get(':id')
  @Does('published.read')
  @Render('published/published.njk')
  async show(@Param('id') id: string): Promise<PublishedPage> {
    return publishedPage(await this.published.find(uuidOrNotFound(id)));
  }
}
