import { Controller, Get, Param, Render } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Does } from '../../features/access/does.js';
import { Acting } from '../../features/shared/acting.js';
import type { Context } from '../../platform/database/context.js';
import { slugOrNotFound } from '../../platform/http/names.js';
import { type CheckPage, checkPage } from './check.view-model.js';
import { LedgerScreen } from './ledger.screen.js';

@ApiExcludeController()
@Controller('partnerships/:partnership/ledger/check')
export class CheckPageController {
  constructor(private readonly screen: LedgerScreen) {}

  /** Whether the ledger is what its entries say. */
  @Get()
  @Does('ledger.read')
  @Render('ledger/check.njk')
  async show(@Acting() context: Context, @Param('partnership') id: string): Promise<CheckPage> {
    const place = await this.screen.place(context, slugOrNotFound(id));
    return checkPage(place, await this.screen.check(context, id));
  }
}
