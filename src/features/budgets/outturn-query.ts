import { applyDecorators } from '@nestjs/common';
import { ApiParam, ApiQuery } from '@nestjs/swagger';
import { type FinancialYear, readFinancialYear } from '../../engine/calendar/financial-year.js';
import { isUuid } from '../../platform/http/names.js';
import { invalid, notFound } from '../../platform/http/problem.js';
import { ReportParameters, readReportQuery, type ReportQuery } from '../shared/report-query.js';

/** Which year's outturn, of which fund and by which report: the newest by then where none is named. */
export interface OutturnAsked extends ReportQuery {
  readonly year: FinancialYear;
  readonly report: string | undefined;
}

/** The reference entry of what an outturn may be asked. */
export const OutturnParameters = () =>
  applyDecorators(
    ReportParameters(),
    ApiQuery({
      ...{ name: 'report', required: false, schema: { type: 'string', format: 'uuid' } },
      description: 'The forecast that it rests on, by its id; the newest by then when left out',
    }),
    ApiParam({ name: 'year', description: 'The financial year', schema: { type: 'string', example: '2026-27' } }),
  );

/** Reads what an outturn was asked; the pool where no fund is named, and nothing else is let through. */
export function readOutturnQuery(year: string, query: Readonly<Record<string, unknown>>): OutturnAsked {
  const financialYear = readFinancialYear(year);
  if (!financialYear) throw notFound();
  const { report, ...rest } = query;
  const asked = readReportQuery(rest);
  if (report !== undefined && !isUuid(report))
    throw invalid([{ parameter: 'report', code: 'bad-parameter', detail: 'Expected the id of a forecast (UUID).' }]);
  return { ...asked, year: financialYear, report };
}
