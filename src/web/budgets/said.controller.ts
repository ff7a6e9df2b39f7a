import { Controller, Get, Param, Render } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Does } from '../../features/access/does.js';
import { Acting } from '../../features/shared/acting.js';
import type { Context } from '../../platform/database/context.js';
import { slugOrNotFound, uuidOrNotFound } from '../../platform/http/names.js';
import { SaidScreen } from './said.screen.js';
import { saidPage } from './said.view-model.js';

@ApiExcludeController()
@Controller('partnerships/:partnership/ledger/forecasts')
export class SaidPageController {
  constructor(private readonly screen: SaidScreen) {}

  /** What one report said of a year, beside what was spent and what the report before said. */
  @Get(':id')
  @Does('ledger.read')
  @Render('budgets/said.njk')
  async show(@Acting() context: Context, @Param() { partnership, id }: Record<'partnership' | 'id', string>) {
    const place = await this.screen.place(context, slugOrNotFound(partnership));
    return saidPage(place, await this.screen.besideBefore(context, partnership, uuidOrNotFound(id)));
  }
}
