import { applyDecorators, Controller, Get, Param, Query } from '@nestjs/common';
import { ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import { readFinancialYear } from '../../engine/calendar/financial-year.js';
import type { Context } from '../../platform/database/context.js';
import { slugOrNotFound } from '../../platform/http/names.js';
import { invalid, notFound } from '../../platform/http/problem.js';
import { Acting } from '../shared/acting.js';
import { DescribesOne, DoesInPartnership } from '../shared/api.js';
import { type ReportPlace, ReportSheets } from '../shared/report-sheets.js';
import { readReportQuery } from '../shared/report-query.js';
import { DayParameters } from './days-asked.js';
import { YearEndRow, YearEndStatement } from './dto/year-end.js';
import { type YearEndAsked, YearEndReader } from './year-end.reader.js';
import { yearEndRows } from './year-end-rows.js';

type Asked = Record<string, unknown>;

const OfYear = () =>
  applyDecorators(
    ApiParam({ name: 'year', description: 'The financial year', schema: { type: 'string', example: '2025-26' } }),
    ApiQuery({ name: 'fund', required: false, description: 'Of one fund alone', schema: { type: 'string' } }),
    DayParameters(['knownAt']),
  );

/** Of one fund and as known at a day, if asked; the last day is that of the year. */
function readAsked(query: Asked): YearEndAsked {
  if (query['asAt'] !== undefined) throw invalid([{ parameter: 'asAt', code: 'bad-parameter', detail: notAsAt }]);
  const { fund, knownAt } = readReportQuery(query);
  return { fund, knownAt };
}

const notAsAt = 'Expected no parameter of this name.';

@ApiTags('Ledger')
@Controller('api/v1/partnerships/:partnership/ledger/year-end/:year')
export class YearEndController extends ReportSheets('ledger.read', {
  ...{ view: YearEndRow, name: ({ year = '' }) => `year-end-${year}`, says: 'the memorandum account of a year' },
  ...{ holds: 'A row for each figure.', asks: OfYear },
}) {
  constructor(private readonly statements: YearEndReader) {
    super();
  }

  @Get()
  @DoesInPartnership('ledger.read')
  @OfYear()
  @DescribesOne(
    YearEndStatement,
    'Read the memorandum account of a year, in the style of a section 75 statement',
    'What it opened with, funding by partner and from grants, spending by line, the under- or overspend and how it was shared, and what it closes with; as it was known at the end of any day. Each total is checked against its parts and against what was frozen.',
  )
  read(@Acting() context: Context, @Param() place: ReportPlace, @Query() query: Asked): Promise<YearEndStatement> {
    const financialYear = readFinancialYear(place['year']);
    if (!financialYear) throw notFound();
    return this.statements.read(context, slugOrNotFound(place.partnership), financialYear, readAsked(query));
  }

  protected async rows(context: Context, place: ReportPlace, query: Asked) {
    return yearEndRows(await this.read(context, place, query));
  }
}
