import { type FinancialYear, readFinancialYear } from '../../../engine/calendar/financial-year.js';
import { type LocalDate, readDate } from '../../../engine/calendar/local-date.js';
import { pointTo } from '../../../engine/outcome.js';
import { isUuid } from '../../../platform/http/names.js';
import type { ProblemError } from '../../../platform/http/problem.js';

/** A document as it was posted. */
export type Posted = Readonly<Record<string, unknown>>;

/** A stored document, named where a shares document could stand. */
export type Reference =
  | { readonly kind: 'calculation' | 'agreementVersion'; readonly id: string }
  | {
      readonly kind: 'shareStatement';
      readonly id: FinancialYear;
      readonly asAt: LocalDate | undefined;
      /** Whose days of the year, where several versions share it. */
      readonly version: string | undefined;
    };

/** A statement first: a version beside it says which of its parts. */
const kinds = ['shareStatement', 'calculation', 'agreementVersion'] as const;
const besideStatement = ['shareStatement', 'asAt', 'agreementVersion'];

export function isPosted(value: unknown): value is Posted {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a document names a stored one: none of these fields is one of a shares document. */
export function isReference(value: unknown): value is Posted {
  return isPosted(value) && kinds.some((kind) => Object.hasOwn(value, kind));
}

/** The reference that stands at `pointer`, or all that is wrong with it. */
export function readReference(pointer: string, posted: Posted): Reference | readonly ProblemError[] {
  const kind = kinds.find((one) => Object.hasOwn(posted, one)) ?? 'calculation';
  const known: readonly string[] = kind === 'shareStatement' ? besideStatement : [kind];
  const detail = `Expected nothing beside "${kind}", which names a document that is recorded.`;
  const faults = Object.keys(posted)
    .filter((name) => !known.includes(name))
    .map((name) => ({ pointer: pointTo(pointer, name), code: 'unknown-field', detail }));
  const read = kind === 'shareStatement' ? readStatement(pointer, posted) : readId(pointer, kind, posted);
  if (faults.length === 0) return read;
  return 'kind' in read ? faults : [...faults, ...read];
}

function readId(
  pointer: string,
  kind: 'calculation' | 'agreementVersion',
  posted: Posted,
): Reference | readonly ProblemError[] {
  const id = posted[kind];
  if (isUuid(id)) return { kind, id };
  return [notAnId(`${pointer}/${kind}`)];
}

function notAnId(pointer: string): ProblemError {
  return { pointer, code: 'not-an-id', detail: 'Expected an id (UUID).' };
}

function readStatement(pointer: string, posted: Posted): Reference | readonly ProblemError[] {
  const [id, asAt] = [readFinancialYear(posted['shareStatement']), readDate(posted['asAt'])];
  const version = posted['agreementVersion'];
  const wanted = 'Expected a financial year, such as "2019-20".';
  const faults = [
    ...(id ? [] : [{ pointer: `${pointer}/shareStatement`, code: 'not-a-financial-year', detail: wanted }]),
    ...(asAt || posted['asAt'] === undefined
      ? []
      : [{ pointer: `${pointer}/asAt`, code: 'not-a-date', detail: 'Expected a date that exists, YYYY-MM-DD.' }]),
    ...(version === undefined || isUuid(version) ? [] : [notAnId(`${pointer}/agreementVersion`)]),
  ];
  if (!id || faults.length > 0) return faults;
  return { kind: 'shareStatement', id, asAt, version: isUuid(version) ? version : undefined };
}
