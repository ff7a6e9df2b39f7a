import { Controller, Get, Param, Query, Render } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { readFinancialYear } from '../../engine/calendar/financial-year.js';
import { Does } from '../../features/access/does.js';
import { RecordedYearReader } from '../../features/calculations/years/recorded-year.reader.js';
import { PartnershipReader } from '../../features/partnerships/partnership.reader.js';
import { Acting } from '../../features/shared/acting.js';
import { readAsAt } from '../../features/shared/as-at.js';
import type { Context } from '../../platform/database/context.js';
import { slugOrNotFound } from '../../platform/http/names.js';
import { notFound } from '../../platform/http/problem.js';
import { type RecordedYearPage, recordedYearPage } from './year.view-model.js';

@ApiExcludeController()
@Controller('partnerships/:partnership/calculations/years')
export class RecordedYearPageController {
  constructor(
    private readonly partnerships: PartnershipReader,
    private readonly years: RecordedYearReader,
  ) {}

  @Get(':year')
  @Does('calculation.read')
  @Render('calculations/year.njk')
  async show(
    @Acting() context: Context,
    @Param() { partnership: at, year: named }: Record<'partnership' | 'year', string>,
    @Query() query: Record<string, unknown>,
  ): Promise<RecordedYearPage> {
    const year = readFinancialYear(named);
    if (!year) throw notFound();
    const partnership = await this.partnerships.findByName(context, slugOrNotFound(at));
    return recordedYearPage(partnership, await this.years.read(context, at, year, readAsAt(query)));
  }
}
