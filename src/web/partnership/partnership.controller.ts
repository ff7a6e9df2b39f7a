import { Controller, Get, Param, Render } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Acting } from '../../features/shared/acting.js';
import type { Context } from '../../platform/database/context.js';
import { slugOrNotFound } from '../../platform/http/names.js';
import { PartnershipScreen } from './partnership.screen.js';
import { type PartnershipPage, partnershipPage } from './partnership.view-model.js';
import { Does } from '../../features/access/does.js';

@ApiExcludeController()
@Controller('partnerships/:partnership')
export class PartnershipPageController {
  constructor(private readonly screen: PartnershipScreen) {}

  @Get()
  @Does('partnership.read')
  @Render('partnership/partnership.njk')
  async show(@Acting() context: Context, @Param('partnership') partnership: string): Promise<PartnershipPage> {
    return partnershipPage(await this.screen.ask(context, slugOrNotFound(partnership)));
  }
}
