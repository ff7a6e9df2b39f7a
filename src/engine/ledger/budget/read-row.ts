import { financialYearOf } from '../../calendar/financial-year.js';
import { type LocalDate } from '../../calendar/local-date.js';
import { type Fault, type Outcome, accept, refuse } from '../../outcome.js';
import { readDateField } from '../../reading/date-field.js';
import { readList } from '../../reading/list-field.js';
import { type Place, type Read, at, fault, note, placeAt } from '../../reading/place.js';

const SLUG = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** The id of a budget line: small letters, digits and hyphens. */
export function readLineId(place: Place, raw: unknown): Read<string> {
  if (typeof raw === 'string' && SLUG.test(raw)) return raw;
  return note(place, 'not-an-id', 'the id of a line, small letters, digits and hyphens, such as "staffing"', raw);
}

/** The first day of a month of the year. */
export function readMonth(place: Place, raw: unknown, year: string): Read<LocalDate> {
  const date = readDateField(place, raw);
  if (date === null) return null;
  const fits = date.endsWith('-01') && date > '1900-03' && date < '2199-04' && financialYearOf(date) === year;
  return fits ? date : note(place, 'not-a-date', `the first day of a month of ${year}`, raw);
}

/**
 * A list of at least one row, each read by itself, of which no two are of the same: refused with every fault, each by its
 * place in the list.
 */
export function readRows<T>(
  raw: unknown,
  most: number,
  readRow: (place: Place, row: unknown) => Read<T>,
  keyOf: (row: T) => string,
): Outcome<readonly T[]> {
  const faults: Fault[] = [];
  const place = placeAt('', faults);
  const list = readList(place, raw, most) ?? [];
  if (list.length === 0 && faults.length === 0) fault(place, 'missing-field', 'Expected at least one');
  const seen = new Set<string>();
  const rows = list.flatMap((item, position) => {
    const row = readRow(at(place, position), item);
    if (row === null) return [];
    if (seen.has(keyOf(row))) fault(at(place, position), 'duplicate-id', `Expected ${keyOf(row)} no more than once`);
    seen.add(keyOf(row));
    return [row];
  });
  return faults.length > 0 ? refuse(faults) : accept(rows);
}
