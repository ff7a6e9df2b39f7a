import { applyDecorators, Controller, Get, Param, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { readFinancialYear } from '../../../engine/calendar/financial-year.js';
import type { Context } from '../../../platform/database/context.js';
import { slugOrNotFound } from '../../../platform/http/names.js';
import { notFound } from '../../../platform/http/problem.js';
import { Acting } from '../../shared/acting.js';
import { DescribesOne, DoesInPartnership } from '../../shared/api.js';
import { AsAt, readAsAt } from '../../shared/as-at.js';
import { type ReportPlace, ReportSheets } from '../../shared/report-sheets.js';
import { RecordedYear, RecordedYearRow } from '../dto/recorded-year.js';
import { RecordedYearReader } from './recorded-year.reader.js';
import { yearRows } from './year-rows.js';

type Asked = Record<string, unknown>;

const OfYear = () =>
  applyDecorators(
    ApiParam({ name: 'year', description: 'The financial year', schema: { type: 'string', example: '2020-21' } }),
    AsAt(),
  );

@ApiTags('Recorded calculations')
@Controller('api/v1/partnerships/:partnership/calculations/years')
export class RecordedYearsController extends ReportSheets('calculation.read', {
  ...{ view: RecordedYearRow, below: ':year/', name: 'recorded-year', says: 'a year as it was recorded', asks: OfYear },
}) {
  constructor(private readonly years: RecordedYearReader) {
    super();
  }

  @Get(':year')
  @DoesInPartnership('calculation.read')
  @OfYear()
  @DescribesOne(
    RecordedYear,
    'Read a whole year as it was recorded',
    'Each agreement version that shares the year with what was last recorded of its days, what each partner bears over all of them, ' +
      'checked against the parts and against the share statement, and one digest over all.',
  )
  read(@Acting() context: Context, @Param() place: ReportPlace, @Query() query: Asked): Promise<RecordedYear> {
    const year = readFinancialYear(place['year']);
    if (!year) throw notFound();
    return this.years.read(context, slugOrNotFound(place.partnership), year, readAsAt(query));
  }

  protected async rows(context: Context, place: ReportPlace, query: Asked): Promise<readonly RecordedYearRow[]> {
    return yearRows(await this.read(context, place, query));
  }
}
