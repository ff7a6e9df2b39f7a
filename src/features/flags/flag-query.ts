import { applyDecorators } from '@nestjs/common';
import { ApiQuery, ApiUnprocessableEntityResponse, getSchemaPath } from '@nestjs/swagger';
import { type LocalDate } from '../../engine/calendar/local-date.js';
import { flagCodes, severities } from '../../engine/risk/flag.js';
import { invalid } from '../../platform/http/problem.js';
import type { ProblemError } from '../../platform/http/problem.js';
import { AsAt, readAsAt } from '../shared/as-at.js';
import { Problem } from '../shared/problem.view.js';
import type { FlagList } from './dto/flag.js';

const choices = { code: flagCodes, severity: severities } as const;

/** Which flags are asked for, as at when. */
export interface FlagQuery {
  readonly asAt: LocalDate | undefined;
  readonly code: string | undefined;
  readonly severity: string | undefined;
}

/** Reads `asAt`, `code` and `severity`; refuses every other name and every value that is none of those named. */
export function readFlagQuery(query: Readonly<Record<string, unknown>>): FlagQuery {
  const names = ['code', 'severity'] as const;
  const asAt = readAsAt(query, names);
  const faults = names.flatMap((name) => faultsOf(name, query[name]));
  if (faults.length > 0) throw invalid(faults);
  const [code, severity] = names.map((name) => query[name] as string | undefined);
  return { asAt, code, severity };
}

function faultsOf(parameter: keyof typeof choices, value: unknown): readonly ProblemError[] {
  const allowed: readonly unknown[] = choices[parameter];
  if (value === undefined || allowed.includes(value)) return [];
  return [{ parameter, code: 'bad-parameter', detail: `Expected one of ${allowed.join(', ')}.` }];
}

/** Only the flags asked for. */
export function only({ asAt, items }: FlagList, { code, severity }: FlagQuery): FlagList {
  const fits = (asked: string | undefined, is: string) => asked === undefined || asked === is;
  return { asAt, items: items.filter((flag) => fits(code, flag.code) && fits(severity, flag.severity)) };
}

/** The reference entry of the parameters. */
export function FlagParameters() {
  const optional = (name: keyof typeof choices, description: string) =>
    ApiQuery({ name, required: false, description, schema: { type: 'string', enum: [...choices[name]] } });
  return applyDecorators(
    AsAt(),
    optional('code', 'Only flags that this rule raised'),
    optional('severity', 'Only flags of this severity'),
    RefusesParameters(),
  );
}

/** The reference entry of a refused parameter. */
export function RefusesParameters() {
  return ApiUnprocessableEntityResponse({
    description: 'A parameter is not one of those named, or does not fit',
    content: { 'application/problem+json': { schema: { $ref: getSchemaPath(Problem) } } },
  });
}
