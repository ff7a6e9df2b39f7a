import { Controller, Get, Param, Render } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Acting } from '../../features/shared/acting.js';
import type { Context } from '../../platform/database/context.js';
import { slugOrNotFound } from '../../platform/http/names.js';
import { RecordScreen } from './record.screen.js';
import { type RecordPage, recordPage } from './record.view-model.js';
import { Does } from '../../features/access/does.js';

@ApiExcludeController()
@Controller('partnerships/:partnership/:kind/:id')
export class RecordPageController {
  constructor(private readonly screen: RecordScreen) {}

  @Get()
  @Does('partnership.read')
  @Render('record/record.njk')
  async show(
    @Acting() context: Context,
    @Param() { partnership, kind, id }: Record<'partnership' | 'kind' | 'id', string>,
  ): Promise<RecordPage> {
    return recordPage(await this.screen.ask(context, slugOrNotFound(partnership), kind, id));
  }
}
