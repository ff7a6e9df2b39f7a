import { type Outcome, type Fault, accept, refuse } from '../outcome.js';
import { readFields } from '../reading/fields.js';
import { type Place, type Read, at, note, placeAt } from '../reading/place.js';
import { readDateField } from '../reading/date-field.js';
import { readFinancialYear, yearPeriod } from './financial-year.js';
import { type LocalDate, daysBetween } from './local-date.js';

/** Half open: `from` counts, `until` does not. `from` is before `until`. */
export interface Period {
  readonly from: LocalDate;
  readonly until: LocalDate;
}

/** How many days a period has; at least one. */
export function days(period: Period): number {
  return daysBetween(period.from, period.until);
}

/** The days that two periods share; undefined when they share none. */
export function overlap(a: Period, b: Period): Period | undefined {
  const from = a.from > b.from ? a.from : b.from;
  const until = a.until < b.until ? a.until : b.until;
  return from < until ? { from, until } : undefined;
}

/** Whether `date` is one of the period's days. */
export function contains(period: Period, date: LocalDate): boolean {
  return period.from <= date && date < period.until;
}

/** A period at its place in a document: a financial year (`"2019-20"`), or `from` and `until` with at least a day between. */
export function readPeriodField(place: Place, raw: unknown): Read<Period> {
  if (typeof raw === 'string') {
    const year = readFinancialYear(raw);
    return year ? yearPeriod(year) : note(place, 'not-a-year', 'a financial year such as "2019-20"', raw);
  }
  const fields = readFields(place, raw, ['from', 'until']);
  if (!fields) return null;
  const from = readDateField(at(place, 'from'), fields.get('from'));
  const until = readDateField(at(place, 'until'), fields.get('until'));
  if (!from || !until) return null;
  return from < until ? { from, until } : note(place, 'not-a-period', `an end after the start ${from}`, until);
}

/**
 * A period as it is posted: a financial year or `{ from, until }`. Refused with faults that point below `pointer`, where
 * the period stands in the document (`""` when it is the whole of it).
 */
export function readPeriod(raw: unknown, pointer = ''): Outcome<Period> {
  const faults: Fault[] = [];
  const period = readPeriodField(placeAt(pointer, faults), raw);
  return period && faults.length === 0 ? accept(period) : refuse(faults);
}
