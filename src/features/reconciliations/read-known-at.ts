import { applyDecorators } from '@nestjs/common';
import { ApiQuery, ApiUnprocessableEntityResponse } from '@nestjs/swagger';
import { readDate } from '../../engine/calendar/local-date.js';
import { invalid } from '../../platform/http/problem.js';
import { problemResponse } from '../shared/problem-response.js';

export const KnownAt = () =>
  applyDecorators(
    ApiQuery({
      ...{ name: 'knownAt', required: false, schema: { type: 'string' } },
      description: 'Only what was recorded by the end of this day, YYYY-MM-DD; all that is known when left out',
    }),
    ApiUnprocessableEntityResponse(problemResponse('A parameter is not one of those named, or does not fit')),
  );

/** As known at the end of which day, if one was asked; refuses every other parameter. */
export function readKnownAt(query: Readonly<Record<string, unknown>>): string | null {
  const other = Object.keys(query).find((name) => name !== 'knownAt');
  if (other !== undefined)
    throw invalid([{ parameter: other, code: 'bad-parameter', detail: 'Expected no parameter of this name.' }]);
  const { knownAt } = query;
  if (knownAt === undefined) return null;
  const date = readDate(knownAt);
  if (date) return date;
  const detail = 'Expected a date that exists, YYYY-MM-DD.';
  throw invalid([{ parameter: 'knownAt', code: 'bad-parameter', detail }]);
}
