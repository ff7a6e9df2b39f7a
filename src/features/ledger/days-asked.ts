import { applyDecorators } from '@nestjs/common';
import { ApiQuery, ApiUnprocessableEntityResponse } from '@nestjs/swagger';
import { type LocalDate, readDate } from '../../engine/calendar/local-date.js';
import { invalid } from '../../platform/http/problem.js';
import { problemResponse } from '../shared/problem-response.js';

const says = {
  from: 'The first day, YYYY-MM-DD; the first of the financial year of the last day when left out',
  asAt: 'What counts for this day or an earlier one, YYYY-MM-DD; today when left out',
  knownAt: 'Only what was recorded by the end of this day, YYYY-MM-DD; all that is known when left out',
} as const;

type Day = keyof typeof says;
type Asked = Readonly<Record<string, unknown>>;

/** As at which day, and as known at the end of which. */
export const asAtAndKnownAt = ['asAt', 'knownAt'] as const satisfies readonly Day[];

/** The reference entry of the days that a report may be asked for. */
export const DayParameters = (days: readonly Day[] = asAtAndKnownAt) =>
  applyDecorators(
    ...days.map((name) =>
      ApiQuery({ name, required: false, description: says[name], schema: { type: 'string', format: 'date' } }),
    ),
    ApiUnprocessableEntityResponse(problemResponse('A parameter is not one of those named, or does not fit')),
  );

/** Reads the days that are asked for; refuses a date that does not exist, and where it is `alone` every other parameter. */
export function readDays<D extends Day>(
  query: Asked,
  days: readonly D[],
  alone: 'alone' | 'among others',
): Readonly<Partial<Record<D, LocalDate>>> {
  const isDay = (name: string) => (days as readonly string[]).includes(name);
  const strangers = alone === 'alone' ? Object.keys(query).filter((name) => !isDay(name)) : [];
  const wrong = days.filter((name) => query[name] !== undefined && !readDate(query[name]));
  const faults = [
    ...strangers.map((parameter) => fault(parameter, 'Expected no parameter of this name.')),
    ...wrong.map((parameter) => fault(parameter, 'Expected a date that exists, YYYY-MM-DD.')),
  ];
  if (faults.length > 0) throw invalid(faults);
  const read = days.map((name) => [name, readDate(query[name])] as const).filter(([, day]) => day !== undefined);
  return Object.fromEntries(read) as Partial<Record<D, LocalDate>>;
}

/** What else is asked. */
export function withoutDays(query: Asked): Asked {
  return Object.fromEntries(Object.entries(query).filter(([name]) => !Object.hasOwn(says, name)));
}

function fault(parameter: string, detail: string) {
  return { parameter, code: 'bad-parameter', detail };
}
