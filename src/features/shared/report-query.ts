import { applyDecorators } from '@nestjs/common';
import { ApiQuery, ApiUnprocessableEntityResponse } from '@nestjs/swagger';
import { type LocalDate, readDate } from '../../engine/calendar/local-date.js';
import { isSlug } from '../../platform/http/names.js';
import { invalid } from '../../platform/http/problem.js';
import { problemResponse } from './problem-response.js';

/** As at which day, as known at the end of which day, of which fund: what every report of the ledger may be asked. */
export interface ReportQuery {
  /** Today when left out. */
  readonly asAt: LocalDate | undefined;
  /** Whatever is known now when left out. */
  readonly knownAt: LocalDate | undefined;
  /** Every fund when left out. */
  readonly fund: string | undefined;
}

const parameters = {
  asAt: 'What counts for this day or an earlier one, YYYY-MM-DD; today when left out',
  knownAt: 'Only what was recorded by the end of this day, YYYY-MM-DD; all that is known when left out',
  fund: 'Of one fund alone',
} as const;

const refuses = {
  asAt: (value: unknown) => (readDate(value) ? undefined : 'Expected a date that exists, YYYY-MM-DD.'),
  knownAt: (value: unknown) => (readDate(value) ? undefined : 'Expected a date that exists, YYYY-MM-DD.'),
  fund: (value: unknown) => (isSlug(value) ? undefined : 'Expected the id of a fund, such as "pool".'),
} as const;

/** The reference entry of what a report may be asked. */
export const ReportParameters = () =>
  applyDecorators(
    ...Object.entries(parameters).map(([name, description]) =>
      ApiQuery({ name, required: false, description, schema: { type: 'string' } }),
    ),
    ApiUnprocessableEntityResponse(problemResponse('A parameter is not one of those named, or does not fit')),
  );

/** Reads what a report was asked; refuses every parameter that is not named and every value that does not fit. */
export function readReportQuery(query: Readonly<Record<string, unknown>>): ReportQuery {
  const faults = Object.entries(query).flatMap(([parameter, value]) => {
    const known = Object.hasOwn(refuses, parameter) ? refuses[parameter as keyof typeof refuses] : undefined;
    const detail = known ? known(value) : 'Expected no parameter of this name.';
    return detail === undefined ? [] : [{ parameter, code: 'bad-parameter', detail }];
  });
  if (faults.length > 0) throw invalid(faults);
  const { asAt, knownAt, fund } = query;
  return { asAt: readDate(asAt), knownAt: readDate(knownAt), fund: fund as string | undefined };
}
