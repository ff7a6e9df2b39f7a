import { Controller, Get, Param, Query, Render } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Does } from '../../features/access/does.js';
import { CalculationReader } from '../../features/calculations/calculation.reader.js';
import { PartnershipReader } from '../../features/partnerships/partnership.reader.js';
import { Acting } from '../../features/shared/acting.js';
import type { Context } from '../../platform/database/context.js';
import { slugOrNotFound, uuidOrNotFound } from '../../platform/http/names.js';
import { type CalculationPage, calculationPage } from './calculation.view-model.js';
import { type CalculationsPage, calculationsPage } from './calculations.view-model.js';

@ApiExcludeController()
@Controller('partnerships/:partnership/calculations')
export class CalculationsPageController {
  constructor(
    private readonly partnerships: PartnershipReader,
    private readonly calculations: CalculationReader,
  ) {}

  @Get()
  @Does('calculation.read')
  @Render('calculations/calculations.njk')
  async list(
    @Acting() context: Context,
    @Param('partnership') id: string,
    @Query() query: Record<string, unknown>,
  ): Promise<CalculationsPage> {
    const partnership = await this.partnerships.findByName(context, slugOrNotFound(id));
    const cursor = query['cursor'] === undefined ? {} : { cursor: query['cursor'] };
    const newest = { sort: '-recordedAt', limit: '20' };
    return calculationsPage(partnership, await this.calculations.list(context, id, { ...newest, ...cursor }));
  }

  @Get(':id')
  @Does('calculation.read')
  @Render('calculations/calculation.njk')
  async show(
    @Acting() context: Context,
    @Param() { partnership: at, id }: Record<'partnership' | 'id', string>,
  ): Promise<CalculationPage> {
    const partnership = await this.partnerships.findByName(context, slugOrNotFound(at));
    return calculationPage(partnership, await this.calculations.find(context, at, uuidOrNotFound(id)));
  }
}
