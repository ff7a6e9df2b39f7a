import { ApiQuery } from '@nestjs/swagger';
import { type LocalDate, readDate } from '../../engine/calendar/local-date.js';
import { invalid } from '../../platform/http/problem.js';
import type { ProblemError } from '../../platform/http/problem.js';

/** The reference entry of `asAt`. */
export const AsAt = () =>
  ApiQuery({
    name: 'asAt',
    required: false,
    description: 'The position as at the end of this day, YYYY-MM-DD; today when left out',
    schema: { type: 'string', format: 'date' },
  });

/** Reads `asAt`; refuses a date that does not exist and every parameter not named. */
export function readAsAt(
  query: Readonly<Record<string, unknown>>,
  alsoTaken: readonly string[] = [],
): LocalDate | undefined {
  const given = query['asAt'];
  const date = readDate(given);
  const strangers = Object.keys(query).filter((name) => name !== 'asAt' && !alsoTaken.includes(name));
  const faults: ProblemError[] = strangers.map((parameter) => fault(parameter, 'Expected no parameter of this name.'));
  if (given !== undefined && !date) faults.push(fault('asAt', 'Expected a date that exists, YYYY-MM-DD.'));
  if (faults.length > 0) throw invalid(faults);
  return date;
}

function fault(parameter: string, detail: string): ProblemError {
  return { parameter, code: 'bad-parameter', detail };
}
